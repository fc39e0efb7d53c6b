package org.iotconnector.simulator.internal.onenet.legacy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.platform.PendingCalls;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.spi.DeliveryResult;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.iotconnector.simulator.onenet.DeviceReply;
import org.iotconnector.simulator.onenet.DeviceReply.Outcome;
import org.jspecify.annotations.Nullable;

/** Commands to devices, which come without a subscription. */
final class LegacyCommands {
    private final BrokerControl broker;
    private final PendingCalls<DeviceReply> pending;

    LegacyCommands(BrokerControl broker, SimulatorLoop loop) {
        this.broker = broker;
        this.pending = new PendingCalls<>(loop);
    }

    CompletableFuture<DeviceReply> send(DeviceState device, byte[] payload, Duration limit) {
        String uuid = UUID.randomUUID().toString();
        PendingCalls.Key key = new PendingCalls.Key(Topics.ANSWER + uuid, device.identity());
        // Expected before it is sent, because the answer of a local client can come at once.
        CompletableFuture<DeviceReply> answer =
                pending.expect(key, limit, DeviceReply.none(Outcome.TIMEOUT, "no answer in time"));
        if (broker.push(device.identity(), Message.of(Topics.COMMAND + uuid, payload, 0)) != DeliveryResult.SENT) {
            pending.giveUp(key, answer, DeviceReply.none(Outcome.OFFLINE, "device not online"));
        }
        return answer;
    }

    /** Sends bytes as a command that nobody waits for; whether the device is there. */
    boolean sendBlindly(DeviceState device, String topic, byte[] payload) {
        return broker.push(device.identity(), Message.of(topic, payload, 0)) == DeliveryResult.SENT;
    }

    void answered(DeviceState device, Message message) {
        Map<String, @Nullable Object> object = object(message.payload());
        Integer code = object.get("code") instanceof Integer number ? number : null;
        String text = object.get("message") instanceof String words ? words : "";
        pending.complete(
                new PendingCalls.Key(message.topic(), device.identity()),
                DeviceReply.replied(code, text, object, message.payload()));
    }

    private static Map<String, @Nullable Object> object(byte[] payload) {
        try {
            return Json.object(Json.read(payload)).orElse(Map.of());
        } catch (IOException raw) {
            return Map.of();
        }
    }
}
