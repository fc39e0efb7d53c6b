package org.iotconnector.core.internal.device;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.iotconnector.core.Device;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.internal.session.DefaultSession;
import org.iotconnector.core.internal.session.SessionContext;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.spi.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Which devices and sessions of a connector are open, and how many handles each has. Devices with equal configurations
 * are one device; devices with equal session keys share one session. Thread-safe.
 */
public final class DeviceRegistry {
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final SessionContext context;
    private final Map<Key, SharedSession> sessions = new HashMap<>();
    private final Map<Key, SharedDevice> devices = new HashMap<>();
    private final List<DefaultSession> plain = new ArrayList<>();
    /** What has begun to close and has not ended. */
    private final Set<DefaultSession> closing = ConcurrentHashMap.newKeySet();

    private boolean closed;

    public DeviceRegistry(SessionContext context) {
        this.context = context;
    }

    private record Key(String platform, Object identity) {}

    private static final class SharedSession {
        private final SessionScope scope;
        private int handles;

        SharedSession(SessionScope scope) {
            this.scope = scope;
        }
    }

    private static final class SharedDevice {
        private final DeviceCore<?> core;
        /** Keeps the gateway open as long as the device is; null for a device that connects by itself. */
        private final @Nullable Device gateway;

        private int handles;

        SharedDevice(DeviceCore<?> core, @Nullable Device gateway) {
            this.core = core;
            this.gateway = gateway;
        }
    }

    /** Opens a handle and sets it up; the first one of its session then starts to connect. */
    public <C extends DeviceConfig<C>> Device open(C config, Consumer<Device> setUp) {
        Device gateway = config.gateway().map(this::openGateway).orElse(null);
        DefaultSession started;
        Device device;
        boolean first;
        synchronized (this) {
            requireOpen();
            Provider<C> provider = config.provider();
            Key deviceKey = new Key(provider.id(), config);
            Key sessionKey = new Key(provider.id(), config.sessionKey());
            SharedDevice shared = devices.get(deviceKey);
            first = shared == null;
            started = first && !sessions.containsKey(sessionKey) ? openSession(sessionKey, config) : null;
            if (shared == null) {
                SharedSession session = sessions.get(sessionKey);
                if (session == null) {
                    throw new IllegalStateException("No session for " + config.deviceId() + "; this is a bug.");
                }
                session.handles++;
                DeviceCore<C> core = new DeviceCore<>(config, session.scope, context);
                core.open();
                shared = new SharedDevice(core, gateway);
                devices.put(deviceKey, shared);
            }
            shared.handles++;
            device = new DefaultDevice(shared.core, () -> release(deviceKey, sessionKey));
        }
        if (!first && gateway != null) {
            gateway.close();
        }
        setUp(device, setUp);
        if (started != null) {
            started.connect();
        }
        return device;
    }

    private <G extends DeviceConfig<G>> Device openGateway(DeviceConfig<G> gateway) {
        if (gateway.gateway().isPresent()) {
            throw new IllegalArgumentException("The gateway " + gateway.deviceId()
                    + " has a gateway of its own; sub-devices have no sub-devices.");
        }
        return open(gateway.self(), device -> {});
    }

    private <C extends DeviceConfig<C>> DefaultSession openSession(Key key, C config) {
        Provider<C> provider = config.provider();
        DefaultSession session = new DefaultSession(
                new SessionConfig(
                        provider.id() + " " + config.deviceId(),
                        now -> provider.connect(config, now),
                        code -> provider.explainConnectCode(config, code),
                        provider.capabilities(config),
                        provider.quotas(config),
                        provider.id(),
                        config.session(),
                        provider.timeReference(config)),
                context);
        sessions.put(
                key,
                new SharedSession(
                        new SessionScope(session, context, config.session().replyTimeout())));
        return session;
    }

    /** Opens a session without a provider and sets it up; then it starts to connect. */
    public DefaultSession open(SessionConfig config, Consumer<MqttSession> setUp) {
        DefaultSession session = new DefaultSession(config, context);
        synchronized (this) {
            requireOpen();
            plain.removeIf(other -> !other.isOpen());
            plain.add(session);
        }
        setUp(session, setUp);
        session.connect();
        return session;
    }

    /** A set-up that fails takes back what was opened for it. */
    private static <T extends AutoCloseable> void setUp(T opened, Consumer<? super T> setUp) {
        try {
            setUp.accept(opened);
        } catch (RuntimeException | Error e) {
            try {
                opened.close();
            } catch (Exception alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            throw e;
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The connector was closed; create another.");
        }
    }

    private CompletableFuture<Void> release(Key deviceKey, Key sessionKey) {
        DefaultSession last = null;
        SharedDevice unused = null;
        synchronized (this) {
            SharedDevice device = devices.get(deviceKey);
            if (device != null && --device.handles == 0) {
                devices.remove(deviceKey);
                unused = device;
                last = releaseSession(sessionKey);
            }
        }
        if (unused == null) {
            return DONE.copy();
        }
        CompletableFuture<Void> end = DONE.copy();
        if (last != null) {
            unused.core.sayGoodbye();
            end = end(last);
        } else {
            unused.core.close();
        }
        Device gateway = unused.gateway;
        return gateway == null ? end : CompletableFuture.allOf(end, gateway.closeAsync());
    }

    private @Nullable DefaultSession releaseSession(Key sessionKey) {
        SharedSession session = sessions.get(sessionKey);
        if (session == null || --session.handles > 0) {
            return null;
        }
        sessions.remove(sessionKey);
        return session.scope.session();
    }

    /** Closes every session at the same time, and refuses new ones. */
    public CompletableFuture<Void> close() {
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        synchronized (this) {
            closed = true;
            devices.values().forEach(device -> device.core.sayGoodbye());
            sessions.values().forEach(shared -> closing.add(shared.scope.session()));
            closing.addAll(plain);
            closing.forEach(session -> ends.add(session.closeAsync()));
            sessions.clear();
            devices.clear();
        }
        return CompletableFuture.allOf(ends.toArray(new CompletableFuture<?>[0]));
    }

    private CompletableFuture<Void> end(DefaultSession session) {
        closing.add(session);
        return session.closeAsync().whenComplete((done, failure) -> closing.remove(session));
    }

    /** Ends at once what is closing. */
    public void cut() {
        closing.forEach(DefaultSession::cut);
    }
}
