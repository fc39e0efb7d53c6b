package org.iotconnector.onenet.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.http.Download;
import org.iotconnector.core.http.DownloadJob;
import org.iotconnector.core.http.DownloadProgress;
import org.iotconnector.core.http.Downloaded;
import org.iotconnector.core.http.Http;
import org.iotconnector.onenet.OtaFailure;
import org.iotconnector.onenet.OtaTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A download of an image that tells the platform how far it is. What the platform says to that does not matter to the
 * download: a report that fails is logged, and the next one follows. Thread-safe.
 */
final class OtaDownload implements DownloadJob {
    private static final Logger LOG = LoggerFactory.getLogger(OtaDownload.class);
    private static final int STEP = 10;

    private final OtaTask task;
    private final OtaCalls calls;
    private final Consumer<DownloadProgress> listener;
    private final CompletableFuture<Downloaded> result = new CompletableFuture<>();
    private final CompletableFuture<DownloadJob> job = new CompletableFuture<>();
    /** Reports go one after the other, since the platform refuses a percentage after 100. */
    private CompletableFuture<Void> reports = CompletableFuture.completedFuture(null);

    private long reported;

    OtaDownload(OtaTask task, OtaCalls calls, Consumer<DownloadProgress> listener) {
        this.task = task;
        this.calls = calls;
        this.listener = listener;
    }

    DownloadJob start(Http http, Download download) {
        DownloadJob started = http.download(download);
        job.complete(started);
        started.result().whenComplete((file, failure) -> {
            if (failure == null) {
                report(OtaCalls.DOWNLOADED).thenRun(() -> result.complete(file));
            } else {
                Throwable why = failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
                report(reason(why).step()).thenRun(() -> result.completeExceptionally(why));
            }
        });
        return this;
    }

    void onProgress(DownloadProgress progress) {
        listener.accept(progress);
        long percent = progress.percent().orElse(0);
        boolean due;
        synchronized (this) {
            due = percent >= reported + STEP && percent < OtaCalls.DOWNLOADED;
            reported = due ? percent : reported;
        }
        if (due) {
            report((int) percent);
        }
    }

    private synchronized CompletableFuture<Void> report(int step) {
        reports = reports.thenCompose(before -> calls.step(task, step)).exceptionally(failure -> {
            LOG.warn("OTA task {}: step {} was not taken: {}", task.id(), step, failure.getMessage());
            return null;
        });
        return reports;
    }

    private static OtaFailure reason(Throwable failure) {
        if (!(failure instanceof HttpException http)) {
            return OtaFailure.DOWNLOAD_FAILED;
        }
        return switch (http.reason()) {
            case WRONG_CONTENT -> OtaFailure.WRONG_CHECKSUM;
            case FILE -> OtaFailure.NO_SPACE;
            default -> http.reason().isPassing() ? OtaFailure.DOWNLOAD_TIMEOUT : OtaFailure.DOWNLOAD_FAILED;
        };
    }

    @Override
    public CompletableFuture<Downloaded> result() {
        return result.copy();
    }

    @Override
    public DownloadProgress progress() {
        return job.join().progress();
    }

    @Override
    public void cancel() {
        job.join().cancel();
    }
}
