package org.iotconnector.simulator.internal.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.jspecify.annotations.Nullable;

/** The faults that concern a platform's replies to requests of devices. Replies that are lost use up no other fault. */
public final class ReplyFaults {
    private static final String WRONG_ID = "4294967295";

    private final BrokerControl broker;
    private final SimulatorLoop loop;

    /** Faults of this broker. */
    public ReplyFaults(BrokerControl broker, SimulatorLoop loop) {
        this.broker = broker;
        this.loop = loop;
    }

    /** Hands a reply to {@code delivery}: as it is, changed, late, twice or never. */
    public void apply(String identity, byte[] payload, Consumer<byte[]> delivery) {
        if (broker.takeFault(Fault.LoseReply.class, identity).isPresent()) {
            return;
        }
        boolean wrong = broker.takeFault(Fault.WrongReplyId.class, identity).isPresent();
        byte[] whole = wrong ? withWrongId(payload) : payload;
        boolean truncate = broker.takeFault(Fault.TruncateReply.class, identity).isPresent();
        byte[] sent = truncate ? Arrays.copyOf(whole, whole.length / 2) : whole;
        int copies = broker.takeFault(Fault.DuplicateReply.class, identity).isPresent() ? 2 : 1;
        Duration delay = broker.takeFault(Fault.DelayReply.class, identity)
                .map(Fault.DelayReply::delay)
                .orElse(Duration.ZERO);
        Runnable deliveries = () -> {
            for (int i = 0; i < copies; i++) {
                delivery.accept(sent);
            }
        };
        if (delay.isZero()) {
            deliveries.run();
        } else {
            loop.schedule(delay, deliveries);
        }
    }

    /** Another id of the same kind; a reply without an id stays as it is. */
    private static byte[] withWrongId(byte[] payload) {
        Map<String, @Nullable Object> reply;
        try {
            reply = Json.object(Json.read(payload)).orElse(Map.of());
        } catch (IOException notJson) {
            return payload;
        }
        Object id = reply.get("id");
        if (id == null) {
            return payload;
        }
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(reply);
        changed.put("id", id instanceof String ? WRONG_ID : Long.valueOf(WRONG_ID));
        return Json.write(changed);
    }
}
