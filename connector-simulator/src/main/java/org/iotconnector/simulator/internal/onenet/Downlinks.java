package org.iotconnector.simulator.internal.onenet;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.platform.PendingCalls;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.spi.DeliveryResult;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.onenet.DeviceReply;
import org.jspecify.annotations.Nullable;

/** Requests to devices over MQTT. Needs a connected device with a fitting subscription; nothing is kept for others. */
final class Downlinks implements Commands {
    private static final int ADMINISTRATIVE_ACTION = 0x98;

    private final BrokerControl broker;
    private final PendingCalls<DeviceReply> pending;
    private final AsyncCalls asyncCalls;
    private final SentCommands sentCommands;
    private long nextId = 1;

    Downlinks(
            BrokerControl broker, PendingCalls<DeviceReply> pending, AsyncCalls asyncCalls, SentCommands sentCommands) {
        this.broker = broker;
        this.pending = pending;
        this.asyncCalls = asyncCalls;
        this.sentCommands = sentCommands;
    }

    @Override
    public CompletableFuture<DeviceReply> set(DeviceState device, Map<String, ?> values, Duration limit) {
        return ModelCheck.writable(device, values)
                .map(Downlinks::invalid)
                .orElseGet(() -> isSub(device)
                        ? request(
                                device,
                                "thing/sub/property/set",
                                "_reply",
                                sub(device, Map.of("params", values)),
                                limit)
                        : request(device, "thing/property/set", "_reply", values, limit));
    }

    @Override
    public CompletableFuture<DeviceReply> get(DeviceState device, List<String> properties, Duration limit) {
        Optional<String> problem = ModelCheck.readable(device, properties);
        if (problem.isPresent()) {
            return invalid(problem.get());
        }
        CompletableFuture<DeviceReply> reply = isSub(device)
                ? request(device, "thing/sub/property/get", "_reply", sub(device, Map.of("params", properties)), limit)
                : request(device, "thing/property/get", "_reply", properties, limit);
        return checked(reply, data -> ModelCheck.values(device, data));
    }

    @Override
    public CompletableFuture<DeviceReply> invoke(DeviceState device, String service, Map<String, ?> input) {
        if (!ModelCheck.isAsynchronous(device, service) || isSub(device)) {
            return invoke(device, service, input, SERVICE_LIMIT);
        }
        Optional<String> problem = ModelCheck.inputs(device, service, input);
        if (problem.isPresent()) {
            return invalid(problem.get());
        }
        String topic = Topics.of(device, Topics.SERVICE + service + "/invoke");
        String id = Long.toString(nextId++);
        DeviceReply refusal = send(device, Message.of(topic, Json.write(envelope(id, input)), 0));
        if (refusal != null) {
            return CompletableFuture.completedFuture(refusal);
        }
        asyncCalls.expect(new PendingCalls.Key(topic + "_reply", id), device, service, input);
        return CompletableFuture.completedFuture(
                DeviceReply.none(DeviceReply.Outcome.SENT, "the service is called asynchronously"));
    }

    @Override
    public CompletableFuture<DeviceReply> invoke(
            DeviceState device, String service, Map<String, ?> input, Duration limit) {
        Optional<String> problem = ModelCheck.inputs(device, service, input);
        if (problem.isPresent()) {
            return invalid(problem.get());
        }
        if (!isSub(device)) {
            return checked(
                    request(device, Topics.SERVICE + service + "/invoke", "_reply", input, limit),
                    data -> ModelCheck.outputs(device, service, data));
        }
        Map<String, Object> params = sub(device, Map.of("identifier", service, "input", input));
        return checked(
                request(device, "thing/sub/service/invoke", "_reply", params, limit),
                data -> ModelCheck.outputs(
                        device, service, Json.object(data.get("output")).orElse(Map.of())));
    }

    @Override
    public CompletableFuture<DeviceReply> command(DeviceState device, String uuid, byte[] payload, Duration limit) {
        String response = Topics.of(device, Topics.CMD_RESPONSE + uuid);
        sentCommands.sent(response);
        return call(
                device,
                Message.of(Topics.of(device, Topics.CMD_REQUEST + uuid), payload, 0),
                new PendingCalls.Key(response, ""),
                limit);
    }

    @Override
    public CompletableFuture<DeviceReply> sendRaw(DeviceState device, byte[] payload, Duration limit) {
        String id = UUID.randomUUID().toString();
        return call(
                device,
                Message.of(Topics.of(device, Topics.RAW_DOWN + id), payload, 0),
                new PendingCalls.Key(Topics.of(device, Topics.RAW_DOWN_REPLY + id), ""),
                limit);
    }

    @Override
    public CompletableFuture<DeviceReply> informOta(DeviceState device) {
        return request(device, Topics.OTA_INFORM, "_reply", Map.of(), OTA_LIMIT);
    }

    @Override
    public CompletableFuture<DeviceReply> desire(DeviceState device, Map<String, ?> values) {
        Optional<String> problem = ModelCheck.writable(device, values);
        if (problem.isPresent()) {
            return invalid(problem.get());
        }
        values.forEach((identifier, value) -> device.desired().set(identifier, value));
        broker.changed();
        return set(device, values, SET_LIMIT);
    }

    @Override
    public CompletableFuture<DeviceReply> topologyChanged(DeviceState gateway) {
        return request(
                gateway, "thing/sub/topo/change", "_reply", Map.of("subList", SubDevices.list(gateway)), SUB_LIMIT);
    }

    @Override
    public void kick(DeviceState device) {
        broker.kick(device.identity(), ADMINISTRATIVE_ACTION);
    }

    /** Publishes to one device with QoS 0, the only one the platform delivers with. */
    DeliveryResult publish(DeviceState device, String topic, byte[] payload) {
        return broker.deliver(device.identity(), Message.of(topic, payload, 0));
    }

    private CompletableFuture<DeviceReply> request(
            DeviceState device, String path, String replySuffix, Object params, Duration limit) {
        DeviceState carrier = carrier(device);
        String topic = Topics.of(carrier, path);
        String id = Long.toString(nextId++);
        return call(
                carrier,
                Message.of(topic, Json.write(envelope(id, params)), 0),
                new PendingCalls.Key(topic + replySuffix, id),
                limit);
    }

    private CompletableFuture<DeviceReply> call(
            DeviceState carrier, Message message, PendingCalls.Key key, Duration limit) {
        // Expected before it is sent, because the answer to a local client can come at once.
        CompletableFuture<DeviceReply> future =
                pending.expect(key, limit, DeviceReply.none(DeviceReply.Outcome.TIMEOUT, "device response timeout"));
        DeviceReply refusal = send(carrier, message);
        if (refusal != null) {
            pending.giveUp(key, future, refusal);
        }
        return future;
    }

    private @Nullable DeviceReply send(DeviceState carrier, Message message) {
        return switch (broker.deliver(carrier.identity(), message)) {
            case SENT, QUEUED -> null;
            case NOT_SUBSCRIBED -> DeviceReply.none(DeviceReply.Outcome.NOT_SUBSCRIBED, "device not subscribed");
            case OFFLINE, QUEUE_FULL -> DeviceReply.none(DeviceReply.Outcome.OFFLINE, "device not online");
        };
    }

    private static CompletableFuture<DeviceReply> checked(
            CompletableFuture<DeviceReply> future, Function<Map<String, @Nullable Object>, Optional<String>> check) {
        return future.thenApply(reply -> reply.outcome() == DeviceReply.Outcome.REPLIED && reply.isSuccess()
                ? check.apply(reply.data()).map(reply::invalid).orElse(reply)
                : reply);
    }

    private static CompletableFuture<DeviceReply> invalid(String problem) {
        return CompletableFuture.completedFuture(DeviceReply.none(DeviceReply.Outcome.INVALID, problem));
    }

    private static boolean isSub(DeviceState device) {
        return device.topology().gateway().isPresent();
    }

    /** Whose connection leads to the device. */
    private static DeviceState carrier(DeviceState device) {
        return device.topology().gateway().orElse(device);
    }

    private static Map<String, Object> sub(DeviceState device, Map<String, Object> rest) {
        Map<String, Object> params = new LinkedHashMap<>(SubDevices.identity(device));
        params.putAll(rest);
        return params;
    }

    private static Map<String, @Nullable Object> envelope(String id, Object params) {
        Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
        envelope.put("id", id);
        envelope.put("version", "1.0");
        envelope.put("params", params);
        return envelope;
    }
}
