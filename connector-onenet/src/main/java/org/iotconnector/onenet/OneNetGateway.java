package org.iotconnector.onenet;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.Device;
import org.iotconnector.core.session.Registration;
import org.iotconnector.onenet.internal.GatewayCalls;

/**
 * The topology of a gateway: which sub-devices belong to it. The sub-devices' own traffic needs nothing of this: open each
 * with a configuration that names its {@link OneNetConfigBuilder#gateway gateway}. Thread-safe. OneNET, "Gateway and
 * sub-devices", read 2026-11.
 *
 * <p>Every future completes on a handler thread; exceptionally with
 * {@link org.iotconnector.core.PlatformRejectedException} when the platform says no, and with
 * {@link org.iotconnector.core.ReplyTimeoutException} when it says nothing.
 */
public final class OneNetGateway {
    private final GatewayCalls calls;

    private OneNetGateway(GatewayCalls calls) {
        this.calls = calls;
    }

    /**
     * The topology of this gateway.
     *
     * @param device the gateway, opened with {@code config}
     */
    public static OneNetGateway of(Device device, OneNetConfig config) {
        return of(device, config, InstantSource.system());
    }

    /** As {@link #of(Device, OneNetConfig)}, with the clock by which sub-devices' tokens are made. */
    public static OneNetGateway of(Device device, OneNetConfig config, InstantSource clock) {
        return new OneNetGateway(new GatewayCalls(device.session(), config, clock));
    }

    /**
     * Makes a device a sub-device of this gateway. The platform takes at most 1500.
     *
     * @param subDevice its configuration, whose key proves that the gateway may have it
     */
    public CompletableFuture<Void> add(OneNetConfig subDevice) {
        return calls.add(subDevice);
    }

    /** Ends that a device is a sub-device of this gateway. */
    public CompletableFuture<Void> remove(OneNetConfig subDevice) {
        return calls.remove(subDevice);
    }

    /** Asks which sub-devices the gateway has, and tells the platform that it has heard. */
    public CompletableFuture<List<OneNetDeviceId>> subDevices() {
        return calls.subDevices();
    }

    /**
     * Is told of changes that are made in the console, from now on: always the whole list. The platform is answered when
     * the handler has returned; when it throws, the console shows that the gateway could not follow.
     */
    public Registration onChange(TopologyHandler handler) {
        return calls.onChange(handler);
    }

    /** Follows a change of the topology. */
    @FunctionalInterface
    public interface TopologyHandler {
        /** The gateway has exactly these sub-devices now. Called on a handler thread, one call at a time. */
        void onTopology(List<OneNetDeviceId> subDevices) throws Exception;
    }
}
