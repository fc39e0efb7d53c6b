package org.iotconnector.simulator.internal.onenet;

import org.iotconnector.simulator.internal.platform.ReplyFaults;

/** The platform's replies to devices: only to those that subscribed, and with the faults that concern them. */
final class ReplySender {
    private final ReplyFaults faults;
    private final Downlinks downlinks;

    ReplySender(ReplyFaults faults, Downlinks downlinks) {
        this.faults = faults;
        this.downlinks = downlinks;
    }

    void send(DeviceState device, String path, byte[] payload) {
        faults.apply(device.identity(), payload, sent -> downlinks.publish(device, Topics.of(device, path), sent));
    }
}
