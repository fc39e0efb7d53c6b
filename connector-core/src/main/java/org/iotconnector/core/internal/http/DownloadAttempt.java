package org.iotconnector.core.internal.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.http.Checksum;
import org.iotconnector.core.http.Download;
import org.iotconnector.core.http.HttpAnswer;
import org.iotconnector.core.http.HttpMethod;
import org.iotconnector.core.http.HttpRequest;
import org.iotconnector.core.internal.http.LocalFiles.FileFailure;
import org.jspecify.annotations.Nullable;

/** One attempt of a download: asks for what is missing and writes it down, on an HTTP thread. */
final class DownloadAttempt {
    private static final int BUFFER = 1 << 16;
    private static final long ERROR_TEXT = 2048;

    private final Download download;
    private final OkHttpClient client;
    private final ProgressMeter meter;
    private final int number;
    private final boolean ranges;
    private final PartFile part;
    private volatile @Nullable Call call;
    private volatile boolean cancelled;

    DownloadAttempt(Download download, OkHttpClient client, ProgressMeter meter, int number, boolean ranges) {
        this.download = download;
        this.client = client;
        this.meter = meter;
        this.number = number;
        this.ranges = ranges;
        this.part = new PartFile(download);
    }

    void cancel() {
        cancelled = true;
        Call started = call;
        if (started != null) {
            started.cancel();
        }
    }

    /** Looks at the part and asks for the rest; runs on a handler thread. */
    void start(DownloadRun run) {
        try {
            long offset = usablePart();
            if (download.size().isPresent() && download.size().getAsLong() == offset && offset > 0) {
                finish(run, offset, offset, 0);
                return;
            }
            HttpRequest request = download.request().get();
            if (request.method() != HttpMethod.GET) {
                throw new IllegalArgumentException(
                        "A download needs a GET, but its request is " + request.target() + ".");
            }
            ask(run, request.extend().timeout(download.stallTimeout()).build(), offset);
        } catch (FileFailure e) {
            run.failed(e.explained());
        } catch (RuntimeException e) {
            run.failed(e);
        }
    }

    /** A part of an earlier run that nothing could prove right is not used. */
    private long usablePart() throws FileFailure {
        long length = part.length();
        boolean tooLong =
                download.size().isPresent() && length > download.size().getAsLong();
        boolean provable =
                number > 1 || download.checksum().isPresent() || part.etag().isPresent();
        if (length > 0 && (tooLong || !provable || !ranges)) {
            part.drop();
            return 0;
        }
        return length;
    }

    private void ask(DownloadRun run, HttpRequest request, long offset) throws FileFailure {
        // Packed bytes could not be counted.
        Request.Builder builder = Requests.toOkHttp(request).header("Accept-Encoding", "identity");
        if (offset > 0) {
            // With both ends where they are known: OneNET documents "start-end", and treats what it cannot read as
            // none.
            String last =
                    download.size().isPresent() ? Long.toString(download.size().getAsLong() - 1) : "";
            builder.header("Range", "bytes=" + offset + "-" + last);
            part.etag().ifPresent(etag -> builder.header("If-Range", etag));
        }
        Call started = client.newCall(builder.build());
        call = started;
        if (cancelled) {
            started.cancel();
        }
        started.enqueue(new Callback() {
            @Override
            public void onResponse(Call ended, Response response) {
                try (response) {
                    receive(run, request, response, offset);
                } catch (IOException e) {
                    run.failed(HttpFailures.read(request, e));
                } catch (RuntimeException e) {
                    run.failed(e);
                } catch (Throwable e) {
                    run.broken(e);
                    throw e;
                }
            }

            @Override
            public void onFailure(Call ended, IOException e) {
                run.failed(HttpFailures.read(request, e));
            }
        });
    }

    private void receive(DownloadRun run, HttpRequest request, Response response, long offset) throws IOException {
        HttpAnswer head = Answers.head(response, 0);
        RangeAnswer answer = RangeAnswer.read(head, offset, download.size());
        switch (answer.kind()) {
            case WHOLE, CONTINUES -> {
                download.check().accept(head);
                boolean goesOn = answer.kind() == RangeAnswer.Kind.CONTINUES;
                take(run, response, head, goesOn ? offset : 0, answer.total());
            }
            case COMPLETE -> finish(run, offset, offset, 1);
            case USELESS -> {
                part.drop();
                run.startOver(
                        new HttpException(
                                Reason.BAD_ANSWER,
                                "The answer to " + request.target()
                                        + " is not the part of the file that was asked for (status "
                                        + head.status() + ", "
                                        + head.headers().first("Content-Range").orElse("no Content-Range")
                                        + ").",
                                null),
                        false);
            }
            case LATER ->
                run.failed(new HttpException(
                        Reason.UNAVAILABLE,
                        "The server answered " + head.status() + " to " + request.target() + ".",
                        null));
            case REFUSED -> throw refusal(response);
        }
    }

    private static RuntimeException refusal(Response response) throws IOException {
        HttpAnswer answer = Answers.head(response, ERROR_TEXT);
        answer.orThrow();
        return new PlatformRejectedException(answer.status(), answer.text(), "A download needs status 200 or 206.");
    }

    private void take(DownloadRun run, Response response, HttpAnswer head, long offset, OptionalLong total)
            throws IOException {
        long limit = download.size().orElse(download.largestSize());
        if (total.isPresent() && total.getAsLong() > limit) {
            throw tooLong(total.getAsLong(), limit);
        }
        meter.begin(number, offset, total.isPresent() ? total : download.size());
        long length;
        try (FileChannel channel = open(head, offset)) {
            length = copy(response.body().source(), channel, offset, limit);
        }
        if (download.size().isPresent() && length < download.size().getAsLong()) {
            run.failed(new HttpException(
                    Reason.BROKEN,
                    "The answer ended at byte " + length + " of "
                            + download.size().getAsLong() + ".",
                    null));
            return;
        }
        finish(run, offset, length, 1);
    }

    private FileChannel open(HttpAnswer head, long offset) throws FileFailure {
        Optional<String> etag = head.headers().first("ETag");
        return offset > 0 ? part.append() : part.begin(etag);
    }

    private long copy(BufferedSource body, FileChannel channel, long offset, long limit) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long length = offset;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            length += read;
            if (length > limit) {
                part.drop();
                throw tooLong(length, limit);
            }
            part.write(channel, buffer.flip());
            buffer.clear();
            meter.advance(read);
        }
        return length;
    }

    private HttpException tooLong(long length, long limit) {
        boolean known = download.size().isPresent();
        return new HttpException(
                Reason.WRONG_CONTENT,
                "The file for " + download.file() + " has " + length + " bytes or more, but "
                        + (known
                                ? "must have " + limit + "."
                                : limit + " are allowed; raise largestSize if it is right."),
                null);
    }

    /** A wrong digest may come from the part that was there before; of a file that came in one piece it is final. */
    private void finish(DownloadRun run, long resumedFrom, long length, int connections) throws FileFailure {
        Optional<Checksum> expected = download.checksum();
        if (expected.isPresent() && length > 0 && !part.matches(expected.get())) {
            part.drop();
            HttpException wrong = new HttpException(
                    Reason.WRONG_CONTENT,
                    "What came for " + download.file() + " has another "
                            + expected.get().algorithm() + " than "
                            + expected.get().hex()
                            + "; it was dropped. The file on the server is damaged or another one.",
                    null);
            if (resumedFrom == 0) {
                throw wrong;
            }
            run.startOver(wrong, true);
            return;
        }
        part.become();
        run.succeeded(length, connections);
    }
}
