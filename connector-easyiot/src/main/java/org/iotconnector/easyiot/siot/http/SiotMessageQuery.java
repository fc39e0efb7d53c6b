package org.iotconnector.easyiot.siot.http;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which stored messages of a topic are wanted. Immutable. */
public final class SiotMessageQuery {
    private static final int STANDARD_SIZE = 100;

    private final String topic;
    private final int page;
    private final int size;
    private final @Nullable LocalDateTime begin;
    private final @Nullable LocalDateTime end;
    private final boolean newestFirst;

    private SiotMessageQuery(Builder builder) {
        this.topic = builder.topic;
        this.page = builder.page;
        this.size = builder.size;
        this.begin = builder.begin;
        this.end = builder.end;
        this.newestFirst = builder.newestFirst;
    }

    /** The first 100 messages of a topic, oldest first, as a start. */
    public static Builder of(String topic) {
        return new Builder(topic);
    }

    public String topic() {
        return topic;
    }

    /** From 1. */
    public int page() {
        return page;
    }

    /** Messages of a page; the server's own page offers 100, 300, 600, 1000 and 10000. */
    public int size() {
        return size;
    }

    /** By the server's clock; empty for the beginning. */
    public Optional<LocalDateTime> begin() {
        return Optional.ofNullable(begin);
    }

    /** By the server's clock; empty for the end. */
    public Optional<LocalDateTime> end() {
        return Optional.ofNullable(end);
    }

    public boolean newestFirst() {
        return newestFirst;
    }

    /** Collects conditions; not thread-safe. */
    public static final class Builder {
        private final String topic;
        private int page = 1;
        private int size = STANDARD_SIZE;
        private @Nullable LocalDateTime begin;
        private @Nullable LocalDateTime end;
        private boolean newestFirst;

        private Builder(String topic) {
            this.topic = topic;
        }

        /** Which page, 1 or more. */
        public Builder page(int number) {
            this.page = atLeastOne("page", number);
            return this;
        }

        /** Messages of a page, 1 or more; default 100. SIoT V2 was seen to give 200 at most. */
        public Builder size(int messages) {
            this.size = atLeastOne("size", messages);
            return this;
        }

        /** Not before, by the server's clock, in whole seconds; null for the beginning. */
        public Builder begin(@Nullable LocalDateTime time) {
            this.begin = time;
            return this;
        }

        /** Not after, by the server's clock, in whole seconds; null for the end. */
        public Builder end(@Nullable LocalDateTime time) {
            this.end = time;
            return this;
        }

        /** The newest first. */
        public Builder newestFirst() {
            this.newestFirst = true;
            return this;
        }

        public SiotMessageQuery build() {
            return new SiotMessageQuery(this);
        }

        private static int atLeastOne(String name, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " is " + value + "; use 1 or more.");
            }
            return value;
        }
    }
}
