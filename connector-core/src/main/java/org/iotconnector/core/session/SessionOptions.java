package org.iotconnector.core.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.iotconnector.core.outbox.DurableOutbox;
import org.iotconnector.core.outbox.OutboxOptions;
import org.iotconnector.core.tls.TlsOptions;
import org.jspecify.annotations.Nullable;

/** How a session behaves, whatever the platform. Immutable; equal when every option is. */
public final class SessionOptions {
    private static final SessionOptions STANDARD = new Builder().build();

    private final TlsOptions tls;
    private final ReconnectPolicy reconnect;
    private final OutboxOptions outbox;
    private final @Nullable DurableOutbox durableOutbox;
    private final int inFlightWindow;
    private final int inboxLimit;
    private final boolean pacing;
    private final Duration connectTimeout;
    private final Duration replyTimeout;
    private final Duration closeTimeout;
    private final Duration slowHandler;
    private final @Nullable Path traceDirectory;

    private SessionOptions(Builder builder) {
        this.tls = builder.tls;
        this.reconnect = builder.reconnect;
        this.outbox = builder.outbox;
        this.durableOutbox = builder.durableOutbox;
        this.inFlightWindow = builder.inFlightWindow;
        this.inboxLimit = builder.inboxLimit;
        this.pacing = builder.pacing;
        this.connectTimeout = builder.connectTimeout;
        this.replyTimeout = builder.replyTimeout;
        this.closeTimeout = builder.closeTimeout;
        this.slowHandler = builder.slowHandler;
        this.traceDirectory = builder.traceDirectory;
    }

    /** Every default. */
    public static SessionOptions standard() {
        return STANDARD;
    }

    /** Starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from these options. */
    public Builder newBuilder() {
        Builder builder = new Builder();
        builder.tls = tls;
        builder.reconnect = reconnect;
        builder.outbox = outbox;
        builder.durableOutbox = durableOutbox;
        builder.inFlightWindow = inFlightWindow;
        builder.inboxLimit = inboxLimit;
        builder.pacing = pacing;
        builder.connectTimeout = connectTimeout;
        builder.replyTimeout = replyTimeout;
        builder.closeTimeout = closeTimeout;
        builder.slowHandler = slowHandler;
        builder.traceDirectory = traceDirectory;
        return builder;
    }

    /** How to trust the server; default the JDK's trust store with host name verification. */
    public TlsOptions tls() {
        return tls;
    }

    /** How long to wait between connection attempts. */
    public ReconnectPolicy reconnect() {
        return reconnect;
    }

    /** The limits of the send queue. */
    public OutboxOptions outbox() {
        return outbox;
    }

    /** Where messages are kept until they have ended; empty, the default, for memory alone. */
    public Optional<DurableOutbox> durableOutbox() {
        return Optional.ofNullable(durableOutbox);
    }

    /**
     * How many QoS 1 and 2 messages may be unacknowledged at a time: 1 to 65 535, default 16. Small on purpose: it is
     * what a reconnect repeats.
     */
    public int inFlightWindow() {
        return inFlightWindow;
    }

    /**
     * How many received messages may wait for one handler: 1 or more, default 1 000. Past it QoS 0 messages are dropped
     * and counted; QoS 1 and 2 wait unacknowledged, so that the server holds back.
     */
    public int inboxLimit() {
        return inboxLimit;
    }

    /** Whether messages and connects keep to the platform's quotas; default true. */
    public boolean pacing() {
        return pacing;
    }

    /** The longest time from the start of an attempt to CONNACK, and for a SUBACK; default 10 s. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** How long the platform's own reply is awaited after the server's acknowledgement; default 10 s. */
    public Duration replyTimeout() {
        return replyTimeout;
    }

    /** How long close() gives accepted messages to be acknowledged while connected; default 5 s, 0 s for none. */
    public Duration closeTimeout() {
        return closeTimeout;
    }

    /** How long a handler may take until the log names it; default 10 s, 0 s for never. */
    public Duration slowHandler() {
        return slowHandler;
    }

    /**
     * Where the session is traced: one line for each packet and state, without secrets and payloads, in files of at most
     * 4 MB, of which the newest four are kept; empty, the default, for no trace.
     */
    public Optional<Path> traceDirectory() {
        return Optional.ofNullable(traceDirectory);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof SessionOptions that)) {
            return false;
        }

        return tls.equals(that.tls)
                && reconnect.equals(that.reconnect)
                && outbox.equals(that.outbox)
                && Objects.equals(durableOutbox, that.durableOutbox)
                && inFlightWindow == that.inFlightWindow
                && inboxLimit == that.inboxLimit
                && pacing == that.pacing
                && connectTimeout.equals(that.connectTimeout)
                && replyTimeout.equals(that.replyTimeout)
                && closeTimeout.equals(that.closeTimeout)
                && slowHandler.equals(that.slowHandler)
                && Objects.equals(traceDirectory, that.traceDirectory);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                tls,
                reconnect,
                outbox,
                durableOutbox,
                inFlightWindow,
                inboxLimit,
                pacing,
                connectTimeout,
                replyTimeout,
                closeTimeout,
                slowHandler,
                traceDirectory);
    }

    /** Collects the options; not thread-safe. */
    public static final class Builder {
        private TlsOptions tls = TlsOptions.standard();
        private ReconnectPolicy reconnect = ReconnectPolicy.standard();
        private OutboxOptions outbox = OutboxOptions.standard();
        private @Nullable DurableOutbox durableOutbox;
        private int inFlightWindow = 16;
        private int inboxLimit = 1_000;
        private boolean pacing = true;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration replyTimeout = Duration.ofSeconds(10);
        private Duration closeTimeout = Duration.ofSeconds(5);
        private Duration slowHandler = Duration.ofSeconds(10);
        private @Nullable Path traceDirectory;

        private Builder() {}

        /** Sets how to trust the server. */
        public Builder tls(TlsOptions options) {
            this.tls = options;
            return this;
        }

        /** Sets how long to wait between attempts. */
        public Builder reconnect(ReconnectPolicy policy) {
            this.reconnect = policy;
            return this;
        }

        /** Sets the limits of the send queue. */
        public Builder outbox(OutboxOptions options) {
            this.outbox = options;
            return this;
        }

        /** Sets where messages are kept until they have ended; null for memory alone. */
        public Builder durableOutbox(@Nullable DurableOutbox options) {
            this.durableOutbox = options;
            return this;
        }

        /** Sets the in-flight window, 1 to 65 535. */
        public Builder inFlightWindow(int messages) {
            this.inFlightWindow = inRange("inFlightWindow", messages, 65_535);
            return this;
        }

        /** Sets how many received messages may wait for one handler, 1 or more. */
        public Builder inboxLimit(int messages) {
            this.inboxLimit = inRange("inboxLimit", messages, Integer.MAX_VALUE);
            return this;
        }

        /** Sets whether to keep to the platform's quotas. */
        public Builder pacing(boolean keep) {
            this.pacing = keep;
            return this;
        }

        /** Sets the longest time to CONNACK; must be positive. */
        public Builder connectTimeout(Duration limit) {
            this.connectTimeout = positive("connectTimeout", limit);
            return this;
        }

        /** Sets how long a reply is awaited; must be positive. */
        public Builder replyTimeout(Duration limit) {
            this.replyTimeout = positive("replyTimeout", limit);
            return this;
        }

        /** Sets how long close() waits for acknowledgements; 0 s or more. */
        public Builder closeTimeout(Duration limit) {
            if (limit.isNegative()) {
                throw new IllegalArgumentException("closeTimeout is " + limit + "; use 0 s or more.");
            }
            this.closeTimeout = limit;
            return this;
        }

        /** Sets how long a handler may take until the log names it; 0 s for never. */
        public Builder slowHandler(Duration limit) {
            if (limit.isNegative()) {
                throw new IllegalArgumentException("slowHandler is " + limit + "; use 0 s or more.");
            }
            this.slowHandler = limit;
            return this;
        }

        /** Sets where the session is traced, a directory that is made if need be; null for no trace. */
        public Builder traceDirectory(@Nullable Path directory) {
            this.traceDirectory = directory;
            return this;
        }

        /** Builds them. */
        public SessionOptions build() {
            return new SessionOptions(this);
        }

        private static int inRange(String name, int value, int max) {
            if (value < 1 || value > max) {
                throw new IllegalArgumentException(name + " is " + value + "; use 1 to " + max + ".");
            }
            return value;
        }

        private static Duration positive(String name, Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException(name + " is " + value + "; use a positive duration.");
            }
            return value;
        }
    }
}
