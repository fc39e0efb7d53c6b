package org.iotconnector.simulator.internal.onenet.legacy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.internal.spi.DeliveryResult;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.iotconnector.simulator.onenet.DeviceReply;
import org.iotconnector.simulator.onenet.legacy.DataPoint;
import org.iotconnector.simulator.onenet.legacy.OneNetLegacyDevice;

/** A device for callers of any thread; each method hops to the loop thread. */
final class LegacyDeviceHandle implements OneNetLegacyDevice {
    private final LegacyPlatform platform;
    private final SimulatorLoop loop;
    private final LegacyRules rules;
    private final DeviceState state;

    LegacyDeviceHandle(LegacyPlatform platform, SimulatorLoop loop, LegacyRules rules, DeviceState state) {
        this.platform = platform;
        this.loop = loop;
        this.rules = rules;
        this.state = state;
    }

    @Override
    public String id() {
        return state.identity();
    }

    @Override
    public String title() {
        return state.title();
    }

    @Override
    public boolean isOnline() {
        return loop.call(() -> rules.broker().isOnline(id()));
    }

    @Override
    public Set<String> subscriptions() {
        return loop.call(() -> rules.broker().filters(id()));
    }

    @Override
    public void awaitOnline(Duration timeout) {
        platform.await("device [" + id() + "] to be online", this::isOnline, timeout);
    }

    @Override
    public void awaitSubscribed(String topic, Duration timeout) {
        platform.await(
                "device [" + id() + "] to subscribe to [" + topic + "]",
                () -> loop.call(() -> rules.broker().isSubscribed(id(), topic)),
                timeout);
    }

    @Override
    public CompletableFuture<DeviceReply> command(byte[] payload, Duration limit) {
        byte[] copy = payload.clone();
        return loop.call(() -> rules.commands().send(state, copy, limit));
    }

    @Override
    public boolean publish(String topic, byte[] payload) {
        if (!Topics.isOwn(topic)) {
            throw new IllegalArgumentException(
                    "Topic [" + topic + "] must be made of letters, digits and '/'; for commands use command.");
        }
        Message message = Message.of(topic, payload.clone(), 0);
        return loop.call(() -> rules.broker().deliver(id(), message)) == DeliveryResult.SENT;
    }

    @Override
    public List<DataPoint> points() {
        return loop.call(state::points);
    }

    @Override
    public Map<String, DataPoint> latest() {
        return loop.call(state::latest);
    }

    @Override
    public String toString() {
        return "OneNetLegacyDevice[" + id() + "]";
    }

    /** For the control API. */
    Map<String, Object> describe() {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("device", id());
        description.put("online", isOnline());
        Map<String, Object> values = new LinkedHashMap<>();
        latest().forEach((stream, point) -> values.put(stream, point.value().toString()));
        description.put("properties", values);
        description.put("subscriptions", List.copyOf(subscriptions()));
        return description;
    }
}
