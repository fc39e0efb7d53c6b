package org.iotconnector.core.internal.http;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import org.iotconnector.core.ConnectorException;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.http.Download;
import org.iotconnector.core.http.DownloadJob;
import org.iotconnector.core.http.DownloadProgress;
import org.iotconnector.core.http.Downloaded;
import org.iotconnector.core.session.Registration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One download from its first attempt to its last. Attempts follow each other and each ends with exactly one of the
 * methods {@code succeeded}, {@code failed}, {@code startOver}; only {@link #cancel} comes from elsewhere.
 */
final class DownloadRun implements DownloadJob {
    private static final Logger LOG = LoggerFactory.getLogger(DownloadRun.class);

    private final Download download;
    private final OkHttpClient client;
    private final SharedHttp shared;
    private final ProgressMeter meter;
    private final CompletableFuture<Downloaded> result = new CompletableFuture<>();
    private final AtomicBoolean ended = new AtomicBoolean();

    private final Object lock = new Object();
    private boolean cancelled;
    private @Nullable DownloadAttempt running;
    private @Nullable Registration waiting;

    private int attempts;
    private int failures;
    private long mostBytes;
    private boolean ranges = true;
    private boolean startedOver;

    private DownloadRun(Download download, OkHttpClient client, SharedHttp shared) {
        this.download = download;
        this.client = client;
        this.shared = shared;
        this.meter = new ProgressMeter(shared.time(), shared.completions(), download.listener());
    }

    static DownloadJob start(Download download, OkHttpClient client, SharedHttp shared) {
        DownloadRun run = new DownloadRun(download, client, shared);
        shared.begin(run, download.file().toAbsolutePath());
        shared.completions().execute(run::attempt);
        return run;
    }

    @Override
    public CompletableFuture<Downloaded> result() {
        return result;
    }

    @Override
    public DownloadProgress progress() {
        return meter.current();
    }

    @Override
    public void cancel() {
        DownloadAttempt attempt;
        Registration wait;
        synchronized (lock) {
            cancelled = true;
            attempt = running;
            wait = waiting;
            waiting = null;
        }
        if (attempt != null) {
            attempt.cancel();
        } else if (wait != null) {
            wait.close();
            end(null, cancellation());
        }
    }

    private void attempt() {
        DownloadAttempt attempt = new DownloadAttempt(download, client, meter, attempts + 1, ranges);
        synchronized (lock) {
            waiting = null;
            if (!cancelled) {
                running = attempt;
            }
        }
        if (isCancelled()) {
            end(null, cancellation());
            return;
        }
        attempts++;
        attempt.start(this);
    }

    /** The part has all bytes, and they are right. */
    void succeeded(long size, int connections) {
        meter.finish(size);
        end(new Downloaded(download.file(), size, attempts - 1 + connections), null);
    }

    /**
     * What was in the part did not fit what the server has, and is dropped: once more, from the beginning.
     *
     * @param withRanges whether the server can still be asked for a rest
     */
    void startOver(HttpException why, boolean withRanges) {
        if (startedOver) {
            failed(why);
            return;
        }
        startedOver = true;
        ranges = withRanges;
        LOG.debug("The download to {} starts over.", download.file(), why);
        shared.completions().execute(this::attempt);
    }

    void failed(RuntimeException failure) {
        failed(failure, failure instanceof HttpException http && http.reason().isPassing());
    }

    private void failed(RuntimeException failure, boolean again) {
        long bytes = meter.current().bytes();
        failures = bytes > mostBytes ? 1 : failures + 1;
        mostBytes = Math.max(mostBytes, bytes);
        if (isCancelled()) {
            end(null, cancellation());
        } else if (!again) {
            end(null, failure);
        } else if (failures > download.retries()) {
            end(null, givenUp(failure));
        } else {
            Duration delay =
                    download.backoff().delay(failures, false, shared.jitter().getAsDouble());
            LOG.debug(
                    "Attempt {} to download {} ended at {} bytes; the next in {} ms.",
                    attempts,
                    download.file(),
                    bytes,
                    delay.toMillis(),
                    failure);
            pause(delay);
        }
    }

    private void pause(Duration delay) {
        synchronized (lock) {
            running = null;
            if (!cancelled) {
                waiting =
                        shared.time().schedule(delay, () -> shared.completions().execute(this::attempt));
                return;
            }
        }
        end(null, cancellation());
    }

    private RuntimeException givenUp(RuntimeException last) {
        OptionalLong total = meter.current().total();
        String state = meter.current().bytes() + (total.isPresent() ? " of " + total.getAsLong() : "") + " bytes";
        Reason reason = last instanceof HttpException http ? http.reason() : Reason.BROKEN;
        return new HttpException(
                reason,
                last.getMessage() + " The download to " + download.file() + " gave up at attempt " + attempts + " with "
                        + state + "; a later one goes on from there.",
                last);
    }

    private boolean isCancelled() {
        synchronized (lock) {
            return cancelled;
        }
    }

    private RuntimeException cancellation() {
        return shared.isClosed()
                ? new HttpException(
                        Reason.CLOSED, "The client was closed before " + download.file() + " was complete.", null)
                : new CancellationException("The download to " + download.file() + " was cancelled.");
    }

    private void end(@Nullable Downloaded downloaded, @Nullable RuntimeException failure) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        shared.end(this, download.file().toAbsolutePath());
        // Behind the listener, so that whoever waits for the end has been told of everything before.
        meter.afterwards(() -> {
            if (downloaded != null) {
                result.complete(downloaded);
            } else if (failure != null) {
                result.completeExceptionally(failure);
            }
        });
    }

    /** Ends the run by an exception that nobody planned for. */
    void broken(Throwable unexpected) {
        end(
                null,
                unexpected instanceof ConnectorException known
                        ? known
                        : new IllegalStateException("The download to " + download.file() + " failed.", unexpected));
    }
}
