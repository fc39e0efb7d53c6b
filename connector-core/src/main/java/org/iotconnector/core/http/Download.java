package org.iotconnector.core.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.iotconnector.core.session.ReconnectPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What to download, whereto, and how to know that it is right. Immutable.
 *
 * <p>The bytes go to {@code <file>.part} beside the file. A connection that breaks is followed by another one that asks
 * for the rest only; a part that an earlier run left is continued too, if a checksum is given or the server marks its
 * files ({@code ETag}), so that two files are never glued together. When size and checksum are right the part becomes the
 * file in one step; before that, nobody sees a file.
 */
public final class Download {
    private final Supplier<HttpRequest> request;
    private final Path file;
    private final @Nullable Long size;
    private final @Nullable Checksum checksum;
    private final long largestSize;
    private final int retries;
    private final ReconnectPolicy backoff;
    private final Duration stallTimeout;
    private final Consumer<HttpAnswer> check;
    private final Consumer<DownloadProgress> listener;

    private Download(Builder builder) {
        this.request = builder.request;
        this.file = builder.file;
        this.size = builder.size;
        this.checksum = builder.checksum;
        this.largestSize = builder.largestSize;
        this.retries = builder.retries;
        this.backoff = builder.backoff;
        this.stallTimeout = builder.stallTimeout;
        this.check = builder.check;
        this.listener = builder.listener;
    }

    /** A download by the same request at every attempt. */
    public static Builder of(HttpRequest request, Path file) {
        return new Builder(() -> request, file);
    }

    /**
     * A download whose request is made anew for every attempt, since tokens and signed addresses expire.
     *
     * @param request makes a GET; runs on a handler thread
     * @param file where the file shall be; its directory must exist; a file there is replaced
     */
    public static Builder of(Supplier<HttpRequest> request, Path file) {
        return new Builder(request, file);
    }

    public Supplier<HttpRequest> request() {
        return request;
    }

    public Path file() {
        return file;
    }

    /** Where the bytes are until the file is complete. */
    public Path partFile() {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    /** In bytes, if known beforehand. */
    public OptionalLong size() {
        return size == null ? OptionalLong.empty() : OptionalLong.of(size);
    }

    public Optional<Checksum> checksum() {
        return Optional.ofNullable(checksum);
    }

    public long largestSize() {
        return largestSize;
    }

    public int retries() {
        return retries;
    }

    public ReconnectPolicy backoff() {
        return backoff;
    }

    public Duration stallTimeout() {
        return stallTimeout;
    }

    public Consumer<HttpAnswer> check() {
        return check;
    }

    public Consumer<DownloadProgress> listener() {
        return listener;
    }

    @Override
    public String toString() {
        return "Download[" + file + ", size=" + (size == null ? "unknown" : size) + ", "
                + (checksum == null ? "no checksum" : checksum) + "]";
    }

    /** Collects a download. Not thread-safe. */
    public static final class Builder {
        private final Supplier<HttpRequest> request;
        private final Path file;
        private @Nullable Long size;
        private @Nullable Checksum checksum;
        private long largestSize = 1L << 30;
        private int retries = 8;
        private ReconnectPolicy backoff =
                ReconnectPolicy.standard().withDelays(Duration.ofSeconds(1), Duration.ofMinutes(1));
        private Duration stallTimeout = Duration.ofSeconds(30);
        private Consumer<HttpAnswer> check = answer -> {};
        private Consumer<DownloadProgress> listener = progress -> {};

        private Builder(Supplier<HttpRequest> request, Path file) {
            if (file.getFileName() == null) {
                throw new IllegalArgumentException("\"" + file + "\" cannot be a file.");
            }
            this.request = request;
            this.file = file;
        }

        /** Sets how many bytes the file must have. */
        public Builder size(long bytes) {
            this.size = notNegative("size", bytes);
            return this;
        }

        /** Sets what the file's digest must be. */
        public Builder checksum(Checksum expected) {
            this.checksum = expected;
            return this;
        }

        /** Sets from how many bytes on the file is refused, where its size is not known beforehand; default 1 GiB. */
        public Builder largestSize(long bytes) {
            this.largestSize = notNegative("largestSize", bytes);
            return this;
        }

        /** Sets how often in a row it may fail without a byte more, before it gives up: 0 or more, default 8. */
        public Builder retries(int count) {
            this.retries = Math.toIntExact(notNegative("retries", count));
            return this;
        }

        /** Sets the waits between attempts; by default drawn from 0.1 s to 1 s, doubling up to 1 min. */
        public Builder backoff(Duration first, Duration longest) {
            this.backoff = ReconnectPolicy.standard().withDelays(first, longest);
            return this;
        }

        /** Sets after how long without a byte the connection counts as broken: 1 ms or more, default 30 s. */
        public Builder stallTimeout(Duration limit) {
            if (limit.toMillis() < 1) {
                throw new IllegalArgumentException("stallTimeout is " + limit + "; use 1 ms or more.");
            }
            this.stallTimeout = limit;
            return this;
        }

        /**
         * Sets a look at the answer before its body is taken, for platforms that report errors with status 200: what it
         * throws ends the download. It gets successful answers, without their body; runs on an HTTP thread.
         */
        public Builder check(Consumer<HttpAnswer> look) {
            this.check = look;
            return this;
        }

        /** Sets who is told how far it is: 4 times a second at most and at the end, on a handler thread, in order. */
        public Builder onProgress(Consumer<DownloadProgress> told) {
            this.listener = told;
            return this;
        }

        public Download build() {
            return new Download(this);
        }

        private static long notNegative(String name, long value) {
            if (value < 0) {
                throw new IllegalArgumentException(name + " is " + value + "; use 0 or more.");
            }
            return value;
        }
    }
}
