package org.iotconnector.core;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.internal.concurrent.HandlerPool;
import org.iotconnector.core.internal.concurrent.SystemTime;
import org.iotconnector.core.internal.device.DeviceRegistry;
import org.iotconnector.core.internal.hivemq.HiveMqTransportFactory;
import org.iotconnector.core.internal.http.LazyHttp;
import org.iotconnector.core.internal.outbox.OutboxStores;
import org.iotconnector.core.internal.session.PlatformClocks;
import org.iotconnector.core.internal.session.QuotaRegistry;
import org.iotconnector.core.internal.session.SessionContext;
import org.iotconnector.core.outbox.OutboxStoreFactory;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.MqttTransportFactory;
import org.iotconnector.core.session.RateBudget;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.TimeSource;
import org.iotconnector.core.spi.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Owns what devices share: network threads, handler threads, timers, quota counts. An application needs one. Thread-safe.
 *
 * <p>Which thread runs what: MQTT is read and written on the network threads (1 by default), user code runs on the
 * handler threads (named {@code connector-handler-1} …) and nowhere else, timers on one more, HTTP on threads of its own
 * that exist while there are calls, and one writes to the stores of durable outboxes, if there are any. The number of
 * threads does not depend on the number of devices.
 */
public final class Connector implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);
    private static final Duration LET_HANDLERS_FINISH = Duration.ofSeconds(5);
    private static final Duration CUT_LIMIT = Duration.ofSeconds(1);
    private static final int CONNECTS_AT_ONCE = 128;

    private final TimeSource time;
    private final @Nullable SystemTime ownTime;
    private final HandlerPool handlers;
    private final MqttTransportFactory transports;
    private final DeviceRegistry registry;
    private final LazyHttp http;
    private final QuotaRegistry quotas;
    private final OutboxStores stores;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Connector(Builder builder) {
        TimeSource given = builder.time;
        this.ownTime = given == null ? new SystemTime() : null;
        this.time = given == null ? Objects.requireNonNull(ownTime) : given;
        this.quotas = new QuotaRegistry(builder.connectsAtOnce);
        this.handlers = new HandlerPool(builder.handlerThreads);
        this.transports =
                builder.transports == null ? new HiveMqTransportFactory(builder.networkThreads) : builder.transports;
        this.http = new LazyHttp(time, handlers::complete, builder.jitter);
        this.stores = new OutboxStores(builder.outboxStores, time);
        this.registry = new DeviceRegistry(new SessionContext(
                time,
                transports,
                handlers,
                handlers::complete,
                handlers::runsHere,
                builder.jitter,
                quotas,
                new PlatformClocks(time, builder.serverTime == null ? this::serverTime : builder.serverTime),
                stores));
    }

    private CompletableFuture<Instant> serverTime(URI reference) {
        // Not on the caller's thread, which may be one that reads the network: making the client takes a while.
        return CompletableFuture.supplyAsync(this::http, handlers::complete)
                .thenCompose(client -> client.timeOf(reference));
    }

    /** A connector with every default. */
    public static Connector create() {
        return builder().build();
    }

    /** Starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Opens a device and starts to connect it; returns at once. Opened twice with equal configurations, it is one device
     * with two handles.
     *
     * @throws OutboxStoreException when the device has a durable outbox whose store cannot be opened, such as when another
     *     program uses it
     * @throws IllegalStateException when the connector is closed
     */
    public <C extends DeviceConfig<C>> Device open(C config) {
        return registry.open(config, device -> {});
    }

    /**
     * Opens a device, runs {@code setUp}, and only then starts to connect it. Handlers that {@code setUp} adds are there
     * before the first message, which matters where the server kept messages while the device was away
     * ({@code cleanStart: false}).
     *
     * @throws IllegalStateException when the connector is closed
     */
    public <C extends DeviceConfig<C>> Device open(C config, Consumer<Device> setUp) {
        return registry.open(config, setUp);
    }

    /**
     * Opens the device that a settings file describes, whatever its platform; see {@link DeviceConfigs#load}.
     *
     * @throws InvalidConfigurationException carrying every problem of the file
     * @throws IllegalStateException when the connector is closed
     */
    public Device open(Path settingsFile) {
        return openAny(DeviceConfigs.load(settingsFile));
    }

    private <C extends DeviceConfig<C>> Device openAny(DeviceConfig<C> config) {
        return registry.open(config.self(), device -> {});
    }

    /**
     * Opens an MQTT session without a provider and starts to connect it; returns at once.
     *
     * @throws IllegalStateException when the connector is closed
     */
    public MqttSession session(SessionConfig config) {
        return registry.open(config, session -> {});
    }

    /**
     * Opens an MQTT session without a provider, runs {@code setUp}, and only then starts to connect it, so that
     * subscriptions made in {@code setUp} miss nothing.
     *
     * @throws IllegalStateException when the connector is closed
     */
    public MqttSession session(SessionConfig config, Consumer<MqttSession> setUp) {
        return registry.open(config, setUp);
    }

    /**
     * The client for HTTP of this connector; the same one at every call, made at the first. Code that runs on a handler
     * thread may use it. It ends with the connector.
     *
     * @throws IllegalStateException when the connector is closed
     */
    public Http http() {
        return http.get();
    }

    /**
     * What the account of this device may still send: the devices of this connector spend the same, and whatever else the
     * platform counts along with them should. Without a limit that devices share it never makes anybody wait.
     */
    public <C extends DeviceConfig<C>> RateBudget budget(C config) {
        Provider<C> provider = config.provider();
        return quotas.budget(provider.quotas(config), provider.id(), time);
    }

    /**
     * Closes every session as {@link MqttSession#close} does, all at the same time, then the threads. Takes at most the
     * longest close timeout of a session and a few seconds; from a handler it does not wait. Idempotent.
     */
    @Override
    public void close() {
        if (!close(CLOSE_LIMIT)) {
            throw new IllegalStateException("Sessions did not close within " + CLOSE_LIMIT.toSeconds() + " s.");
        }
    }

    /**
     * Closes like {@link #close()}, but in {@code limit} at the latest: sessions that still wait for acknowledgements then
     * are cut off, their messages end as abandoned, and handlers that still run are interrupted. Ending the threads may
     * take a moment more. Idempotent: a second call gives true at once.
     *
     * @param limit zero or more
     * @return whether nothing had to be cut off; true from a handler, where it does not wait
     */
    public boolean close(Duration limit) {
        if (limit.isNegative()) {
            throw new IllegalArgumentException("The limit is " + limit + "; use 0 s or more.");
        }
        if (!closed.compareAndSet(false, true)) {
            return true;
        }
        long deadline = System.nanoTime() + limit.toNanos();
        quotas.close();
        CompletableFuture<Void> sessions = registry.close();
        if (handlers.runsHere()) {
            // The handler that closes its own connector must return before the threads can end.
            sessions.whenComplete((done, failure) -> freeThreads(LET_HANDLERS_FINISH));
            return true;
        }
        boolean whole = isDone(sessions, deadline);
        if (!whole) {
            registry.cut();
            // Only to let them say so; what hangs by then hangs for good.
            isDone(sessions, System.nanoTime() + CUT_LIMIT.toNanos());
        }
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        freeThreads(left.compareTo(LET_HANDLERS_FINISH) < 0 ? left : LET_HANDLERS_FINISH);
        return whole;
    }

    private static boolean isDone(CompletableFuture<Void> sessions, long deadline) {
        try {
            sessions.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private void freeThreads(Duration handlerLimit) {
        http.close();
        transports.close();
        stores.close();
        handlers.close(handlerLimit.toNanos());
        SystemTime own = ownTime;
        if (own != null) {
            own.close();
        }
    }

    /** Collects what a connector is made of; not thread-safe. */
    public static final class Builder {
        private int handlerThreads = Math.max(4, Runtime.getRuntime().availableProcessors());
        private int networkThreads = 1;
        private int connectsAtOnce = CONNECTS_AT_ONCE;
        private @Nullable TimeSource time;
        private @Nullable MqttTransportFactory transports;
        private @Nullable Function<URI, CompletableFuture<Instant>> serverTime;
        private @Nullable OutboxStoreFactory outboxStores;
        private DoubleSupplier jitter = () -> ThreadLocalRandom.current().nextDouble();

        private Builder() {}

        /**
         * Sets how many handlers run at the same time: 1 or more; default the number of processors, at least 4. While a
         * handler waits in {@code CompletableFuture.join()} another thread takes its place, and where all are blocked in
         * some other way one more is added every 50 ms that the others wait, up to 256.
         */
        public Builder handlerThreads(int threads) {
            this.handlerThreads = atLeastOne("handlerThreads", threads);
            return this;
        }

        /** Sets how many threads read and write MQTT for all sessions: 1 or more, default 1. */
        public Builder networkThreads(int threads) {
            this.networkThreads = atLeastOne("networkThreads", threads);
            return this;
        }

        /**
         * Sets how many connection attempts may be under way at the same time: 1 or more, default 128. Other sessions wait
         * for their turn in {@link org.iotconnector.core.session.SessionPhase#CONNECTING}, and their connect timeout does
         * not run meanwhile. The platforms' own quotas come on top.
         */
        public Builder connectsAtOnce(int attempts) {
            this.connectsAtOnce = atLeastOne("connectsAtOnce", attempts);
            return this;
        }

        /** Sets the clock; default the machine's. The connector does not close it. */
        public Builder time(TimeSource source) {
            this.time = source;
            return this;
        }

        /** Sets what speaks MQTT; default the HiveMQ client. The connector closes it. */
        public Builder transports(MqttTransportFactory factory) {
            this.transports = factory;
            return this;
        }

        /** Sets how the time of the server at an address is learned, for clocks that are wrong; default {@link Http#timeOf}. */
        public Builder serverTime(Function<URI, CompletableFuture<Instant>> ask) {
            this.serverTime = ask;
            return this;
        }

        /**
         * Sets what makes the stores of durable outboxes; default the one on the class path, such as that of the module
         * {@code connector-outbox}.
         */
        public Builder outboxStores(OutboxStoreFactory factory) {
            this.outboxStores = factory;
            return this;
        }

        /** Sets the random numbers for backoff, from 0 inclusive to 1 exclusive. */
        public Builder jitter(DoubleSupplier source) {
            this.jitter = source;
            return this;
        }

        /** Builds it. */
        public Connector build() {
            return new Connector(this);
        }

        private static int atLeastOne(String name, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " is " + value + "; use 1 or more.");
            }
            return value;
        }
    }
}
