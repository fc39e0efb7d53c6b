package org.iotconnector.simulator.internal.onenet;

import java.net.InetAddress;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.iotconnector.simulator.onenet.OneNetSettings;

/**
 * All that the parts of the platform share. To be used on the loop thread, except {@code loop}, {@code settings} and {@code address}.
 *
 * @param address what listeners bind to
 * @param settings the settings
 * @param registry products and devices
 * @param tokens verifies tokens
 * @param notices what servers are told
 * @param commands what applications ask of devices
 * @param broker the MQTT side
 * @param loop the working thread and the clock
 */
public record OneNetCloud(
        InetAddress address,
        OneNetSettings settings,
        OneNetRegistry registry,
        TokenCheck tokens,
        Notices notices,
        Commands commands,
        BrokerControl broker,
        SimulatorLoop loop) {

    /** Whether a device is connected, or logged in through a gateway that is. */
    public boolean isOnline(DeviceState device) {
        return device.topology()
                .gateway()
                .map(gateway -> device.topology().isLoggedIn() && broker.isOnline(gateway.identity()))
                .orElseGet(() -> broker.isOnline(device.identity()));
    }
}
