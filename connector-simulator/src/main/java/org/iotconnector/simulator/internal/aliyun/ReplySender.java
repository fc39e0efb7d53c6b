package org.iotconnector.simulator.internal.aliyun;

import org.iotconnector.simulator.internal.platform.ReplyFaults;
import org.iotconnector.simulator.internal.spi.Message;

/** The platform's replies to requests of devices, with the faults that concern them. */
final class ReplySender {
    private final Downlinks downlinks;
    private final ReplyFaults faults;

    ReplySender(Downlinks downlinks, ReplyFaults faults) {
        this.downlinks = downlinks;
        this.faults = faults;
    }

    /** Replies travel with QoS 0: a reply that a dead connection missed is of no use to the next one. */
    void send(DeviceState device, String topic, byte[] payload) {
        faults.apply(device.identity(), payload, sent -> downlinks.send(device, Message.of(topic, sent, 0)));
    }
}
