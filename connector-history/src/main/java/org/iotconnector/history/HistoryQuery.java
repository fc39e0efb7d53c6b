package org.iotconnector.history;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which samples are wanted; without any condition all, oldest first. Immutable. */
public final class HistoryQuery {
    private final @Nullable String device;
    private final @Nullable String property;
    private final @Nullable Instant from;
    private final @Nullable Instant to;
    private final long limit;
    private final boolean newestFirst;

    private HistoryQuery(Builder builder) {
        this.device = builder.device;
        this.property = builder.property;
        this.from = builder.from;
        this.to = builder.to;
        this.limit = builder.limit;
        this.newestFirst = builder.newestFirst;
    }

    /** Everything there is. */
    public static HistoryQuery all() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Of this device alone; empty for all. */
    public Optional<String> device() {
        return Optional.ofNullable(device);
    }

    /** Of this property alone; empty for all. */
    public Optional<String> property() {
        return Optional.ofNullable(property);
    }

    /** Not before; empty for the beginning. */
    public Optional<Instant> from() {
        return Optional.ofNullable(from);
    }

    /** Before; empty for the end. */
    public Optional<Instant> to() {
        return Optional.ofNullable(to);
    }

    /** At most so many; default {@link Long#MAX_VALUE}. */
    public long limit() {
        return limit;
    }

    /** Whether the newest comes first, and the limit keeps the newest; default false. */
    public boolean newestFirst() {
        return newestFirst;
    }

    /** Collects conditions; not thread-safe. */
    public static final class Builder {
        private @Nullable String device;
        private @Nullable String property;
        private @Nullable Instant from;
        private @Nullable Instant to;
        private long limit = Long.MAX_VALUE;
        private boolean newestFirst;

        private Builder() {}

        /** Of this device alone; null for all. */
        public Builder device(@Nullable String id) {
            this.device = id;
            return this;
        }

        /** Of this property alone; null for all. */
        public Builder property(@Nullable String name) {
            this.property = name;
            return this;
        }

        /** Not before; null for the beginning. */
        public Builder from(@Nullable Instant moment) {
            this.from = moment;
            return this;
        }

        /** Before; null for the end. */
        public Builder to(@Nullable Instant moment) {
            this.to = moment;
            return this;
        }

        /** At most so many, 1 or more. */
        public Builder limit(long samples) {
            if (samples < 1) {
                throw new IllegalArgumentException("The limit is " + samples + "; use 1 or more.");
            }
            this.limit = samples;
            return this;
        }

        /** The newest first, so that a limit keeps the newest. */
        public Builder newestFirst() {
            this.newestFirst = true;
            return this;
        }

        public HistoryQuery build() {
            return new HistoryQuery(this);
        }
    }
}
