package org.iotconnector.core.internal.device;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.iotconnector.core.AsyncServiceHandler;
import org.iotconnector.core.AsyncSetHandler;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.Device;
import org.iotconnector.core.GetHandler;
import org.iotconnector.core.NoticeHandler;
import org.iotconnector.core.RawHandler;
import org.iotconnector.core.ServiceHandler;
import org.iotconnector.core.SetHandler;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;

/** One handle of a device: what was registered through it ends with it. */
public final class DefaultDevice implements Device {
    private final DeviceCore<?> core;
    private final Supplier<CompletableFuture<Void>> onClose;
    private final List<Registration> registrations = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /** A handle of {@code core}; {@code onClose} begins its end, once. */
    public DefaultDevice(DeviceCore<?> core, Supplier<CompletableFuture<Void>> onClose) {
        this.core = core;
        this.onClose = onClose;
    }

    @Override
    public String id() {
        return core.id();
    }

    @Override
    public MqttSession session() {
        return core.session();
    }

    @Override
    public Delivery report(Values values, Instant time) {
        return send(new Uplink.PropertyReport(values, Optional.of(time), true));
    }

    @Override
    public Delivery send(Uplink message) {
        requireOpen();
        return core.send(message);
    }

    @Override
    public CompletableFuture<Map<String, Downlink.Desired>> desired(String... properties) {
        requireOpen();
        return core.desired(List.of(properties));
    }

    @Override
    public Registration onSet(SetHandler handler) {
        return onSetAsync(values -> CompletableFuture.completedFuture(handler.onSet(values)));
    }

    @Override
    public Registration onSetAsync(AsyncSetHandler handler) {
        return register(core.handlers().addSet(handler));
    }

    @Override
    public Registration onGet(GetHandler handler) {
        return register(core.handlers().addGet(handler));
    }

    @Override
    public boolean isOnline() {
        return core.isOnline();
    }

    @Override
    public void awaitOnline(Duration timeout) {
        core.awaitOnline(timeout);
    }

    @Override
    public Registration onService(String service, ServiceHandler handler) {
        return onServiceAsync(service, input -> CompletableFuture.completedFuture(handler.onCall(input)));
    }

    @Override
    public Registration onServiceAsync(String service, AsyncServiceHandler handler) {
        return register(core.handlers().addService(service, handler));
    }

    @Override
    public Registration onRaw(RawHandler handler) {
        return register(core.handlers().addRaw(handler));
    }

    @Override
    public Registration onNotice(NoticeHandler handler) {
        return register(core.handlers().addNotice(handler));
    }

    private Registration register(Registration added) {
        requireOpen();
        registrations.add(added);
        core.subscribe();
        return () -> {
            if (registrations.remove(added)) {
                added.close();
                core.subscribe();
            }
        };
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("The device " + id() + " was closed; open it again.");
        }
    }

    @Override
    public void close() {
        core.session().awaitEnd(closeAsync());
    }

    @Override
    public CompletableFuture<Void> closeAsync() {
        if (!closed.compareAndSet(false, true)) {
            return ended;
        }
        registrations.forEach(Registration::close);
        onClose.get().whenComplete((done, failure) -> ended.complete(null));
        return ended;
    }

    @Override
    public String toString() {
        return "Device[" + id() + "]";
    }
}
