package org.iotconnector.simulator.internal.aliyun;

import java.time.Duration;
import java.util.Arrays;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.time.SimulatorLoop;

/** The platform's replies to requests of devices, with the faults that concern them. */
final class ReplySender {
    private final BrokerControl broker;
    private final Downlinks downlinks;
    private final SimulatorLoop loop;

    ReplySender(BrokerControl broker, Downlinks downlinks, SimulatorLoop loop) {
        this.broker = broker;
        this.downlinks = downlinks;
        this.loop = loop;
    }

    /** Replies travel with QoS 0: a reply that a dead connection missed is of no use to the next one. */
    void send(DeviceState device, String topic, byte[] payload) {
        String identity = device.identity();
        if (broker.takeFault(Fault.LoseReply.class, identity).isPresent()) {
            return;
        }
        boolean truncate = broker.takeFault(Fault.TruncateReply.class, identity).isPresent();
        byte[] sent = truncate ? Arrays.copyOf(payload, payload.length / 2) : payload;
        Duration delay = broker.takeFault(Fault.DelayReply.class, identity)
                .map(Fault.DelayReply::delay)
                .orElse(Duration.ZERO);
        if (delay.isZero()) {
            deliver(device, topic, sent);
        } else {
            loop.schedule(delay, () -> deliver(device, topic, sent));
        }
    }

    private void deliver(DeviceState device, String topic, byte[] payload) {
        downlinks.send(device, Message.of(topic, payload, 0));
    }
}
