package org.iotconnector.core.internal.http;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.iotconnector.core.http.DownloadProgress;
import org.iotconnector.core.internal.concurrent.HandlerLane;
import org.iotconnector.core.session.TimeSource;

/** Counts bytes and tells the listener now and then. The count is written by one thread at a time, read by any. */
final class ProgressMeter {
    private static final long INTERVAL = Duration.ofMillis(250).toNanos();

    private final TimeSource time;
    private final HandlerLane lane;
    private final Consumer<DownloadProgress> listener;
    private volatile DownloadProgress current = new DownloadProgress(0, OptionalLong.empty(), 0, 1);
    private long attemptBegan;
    private long bytesThen;
    private long told;

    ProgressMeter(TimeSource time, Executor handlers, Consumer<DownloadProgress> listener) {
        this.time = time;
        this.lane = new HandlerLane(handlers);
        this.listener = listener;
    }

    DownloadProgress current() {
        return current;
    }

    /** A body begins to arrive. */
    void begin(int attempt, long bytes, OptionalLong total) {
        attemptBegan = time.nanoTime();
        bytesThen = bytes;
        current = new DownloadProgress(bytes, total, 0, attempt);
        tell();
    }

    void advance(int more) {
        long now = time.nanoTime();
        long bytes = current.bytes() + more;
        double seconds = Math.max(1, now - attemptBegan) / 1e9;
        current =
                new DownloadProgress(bytes, current.total(), (long) ((bytes - bytesThen) / seconds), current.attempt());
        if (now - told >= INTERVAL) {
            tell();
        }
    }

    /** All bytes are there and right. */
    void finish(long bytes) {
        current = new DownloadProgress(bytes, OptionalLong.of(bytes), current.bytesPerSecond(), current.attempt());
        tell();
    }

    /** Runs {@code task} on a handler thread when the listener has been told of all before. */
    void afterwards(Runnable task) {
        lane.execute(task);
    }

    private void tell() {
        told = time.nanoTime();
        DownloadProgress now = current;
        lane.execute(() -> listener.accept(now));
    }
}
