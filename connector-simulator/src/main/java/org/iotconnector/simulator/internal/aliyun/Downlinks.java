package org.iotconnector.simulator.internal.aliyun;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.aliyun.DeviceReply;
import org.iotconnector.simulator.aliyun.RawScript;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.platform.PendingCalls;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.spi.DeliveryResult;
import org.iotconnector.simulator.internal.spi.Message;
import org.jspecify.annotations.Nullable;

/** What the cloud side sends to devices. */
final class Downlinks {
    private static final long FIRST_MESSAGE_ID = 1_000_000_000_000_000_001L;

    private final BrokerControl broker;
    private final PendingCalls<DeviceReply> pending;
    private final RateLimits limits;
    private long nextId = 1;
    private long nextMessageId = FIRST_MESSAGE_ID;

    Downlinks(BrokerControl broker, PendingCalls<DeviceReply> pending, RateLimits limits) {
        this.broker = broker;
        this.pending = pending;
        this.limits = limits;
    }

    /** Sends if subscribed, or if the client is one that takes system topics without subscription. */
    DeliveryResult send(DeviceState device, Message message) {
        if (!limits.allows(RateLimits.Limit.DOWNLINK, device.identity())) {
            return DeliveryResult.SENT; // lost on the way, and nobody is told
        }
        DeliveryResult result = broker.deliver(device.identity(), message);
        boolean unsubscribed = result == DeliveryResult.NOT_SUBSCRIBED || result == DeliveryResult.OFFLINE;
        return unsubscribed && takesUnsubscribed(device, message.topic())
                ? broker.push(device.identity(), message)
                : result;
    }

    CompletableFuture<DeviceReply> setProperties(DeviceState device, Map<String, ?> values, Duration limit) {
        return service(device, "property/set", values, limit);
    }

    /** Asynchronous call; goes through the parse script where the product has one. */
    CompletableFuture<DeviceReply> service(DeviceState device, String service, Map<String, ?> input, Duration limit) {
        String path = Topics.service(service);
        String id = Long.toString(nextId++);
        Map<String, @Nullable Object> request = request(id, Topics.method(path), input);
        RawScript script = device.product().rawScript();
        if (script != null) {
            return raw(device, script.protocolToRawData(request), limit);
        }
        String topic = Topics.system(device, path);
        return call(
                device,
                Message.of(topic, Json.write(request), 1),
                new PendingCalls.Key(topic + Topics.REPLY, id),
                limit);
    }

    /** Synchronous call by RRPC, in the newer of the two shapes that the client takes. */
    CompletableFuture<DeviceReply> synchronousService(
            DeviceState device, String service, Map<String, ?> input, Duration limit) {
        String path = Topics.service(service);
        byte[] payload = Json.write(request(Long.toString(nextId++), Topics.method(path), input));
        String messageId = Long.toString(nextMessageId++);
        String extended = "/ext/rrpc/" + messageId + Topics.system(device, path);
        return takesExtended(device, extended)
                ? sameTopicCall(device, extended, payload, limit)
                : systemRrpc(device, messageId, payload, limit);
    }

    CompletableFuture<DeviceReply> rrpc(DeviceState device, byte[] payload, Duration limit) {
        return systemRrpc(device, Long.toString(nextMessageId++), payload, limit);
    }

    /** RRPC on a custom topic, which the client must have asked for at login. */
    CompletableFuture<DeviceReply> customRrpc(DeviceState device, String topic, byte[] payload, Duration limit) {
        String rrpc = "/ext/rrpc/" + nextMessageId++ + topic;
        boolean asked = broker.peer(device.identity())
                .map(peer -> peer.context(DeviceLogin.class).extendedRrpc())
                .orElse(true);
        return asked
                ? sameTopicCall(device, rrpc, payload, limit)
                : CompletableFuture.completedFuture(DeviceReply.none(DeviceReply.Outcome.NOT_SUBSCRIBED));
    }

    CompletableFuture<DeviceReply> raw(DeviceState device, byte[] payload, Duration limit) {
        String topic = Topics.system(device, Topics.DOWN_RAW);
        return call(device, Message.of(topic, payload, 1), new PendingCalls.Key(topic + Topics.REPLY, ""), limit);
    }

    private CompletableFuture<DeviceReply> systemRrpc(
            DeviceState device, String messageId, byte[] payload, Duration limit) {
        Message message = Message.of(Topics.system(device, "rrpc/request/" + messageId), payload, 0);
        String response = Topics.system(device, "rrpc/response/" + messageId);
        return call(device, message, new PendingCalls.Key(response, ""), limit);
    }

    private CompletableFuture<DeviceReply> sameTopicCall(
            DeviceState device, String topic, byte[] payload, Duration limit) {
        return call(device, Message.of(topic, payload, 0), new PendingCalls.Key(topic, ""), limit);
    }

    private CompletableFuture<DeviceReply> call(
            DeviceState device, Message message, PendingCalls.Key key, Duration limit) {
        CompletableFuture<DeviceReply> future =
                pending.expect(key, limit, DeviceReply.none(DeviceReply.Outcome.TIMEOUT));
        if (!broker.isOnline(device.identity())) {
            // The platform answers 9201 and keeps nothing, unlike for custom topics.
            pending.giveUp(key, future, DeviceReply.none(DeviceReply.Outcome.OFFLINE));
            return future;
        }
        DeliveryResult result = send(device, message);
        if (result == DeliveryResult.NOT_SUBSCRIBED) {
            pending.giveUp(key, future, DeviceReply.none(DeviceReply.Outcome.NOT_SUBSCRIBED));
        }
        return future;
    }

    private boolean takesExtended(DeviceState device, String topic) {
        return broker.peer(device.identity())
                .filter(peer -> peer.context(DeviceLogin.class).extendedRrpc())
                .filter(peer -> broker.isSubscribed(device.identity(), topic) || takesUnsubscribed(device, topic))
                .isPresent();
    }

    private boolean takesUnsubscribed(DeviceState device, String topic) {
        return Topics.isSystemPush(device, topic)
                && broker.peer(device.identity())
                        .map(peer -> peer.context(DeviceLogin.class).systemPush())
                        .orElse(false);
    }

    private static Map<String, @Nullable Object> request(String id, String method, Map<String, ?> params) {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("method", method);
        request.put("id", id);
        request.put("params", params);
        request.put("version", "1.0.0");
        return request;
    }

    /** How a reply looks to whoever waits for it; bytes that are no Alink message are fine. */
    static DeviceReply reply(@Nullable Map<String, @Nullable Object> alink, byte[] raw) {
        if (alink == null) {
            return DeviceReply.replied(null, Map.of(), raw);
        }
        Object code = alink.get("code");
        boolean numeric = code != null && code.toString().matches("-?[0-9]{1,9}");
        return DeviceReply.replied(
                numeric && code != null ? Integer.valueOf(code.toString()) : null,
                Json.object(alink.get("data")).orElse(Map.of()),
                raw);
    }
}
