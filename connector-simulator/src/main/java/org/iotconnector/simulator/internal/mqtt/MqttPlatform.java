package org.iotconnector.simulator.internal.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.internal.broker.TopicFilters;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.platform.AbstractPlatform;
import org.iotconnector.simulator.internal.platform.UnknownDeviceException;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.mqtt.MqttRule;
import org.iotconnector.simulator.mqtt.MqttSettings;
import org.iotconnector.simulator.mqtt.MqttSimulator;
import org.jspecify.annotations.Nullable;

/** The simulated general broker as a whole. */
public final class MqttPlatform extends AbstractPlatform<MqttRules> implements MqttSimulator {
    private static final int ADMINISTRATIVE_ACTION = 0x98;

    private final boolean retains;

    /** Prepares the platform; it listens after {@link #startListening}. */
    public MqttPlatform(Surroundings surroundings, MqttSettings settings) {
        super("mqtt", surroundings, settings.ports(), broker -> new MqttRules(settings, surroundings.loop(), broker));
        this.retains = settings.has(MqttRule.RETAIN);
        loop().run(rules()::start);
    }

    @Override
    public List<String> publish(String topic, String payload, int qos, boolean retain) {
        return publish(topic, payload.getBytes(StandardCharsets.UTF_8), qos, retain);
    }

    private List<String> publish(String topic, byte[] payload, int qos, boolean retain) {
        if (!TopicFilters.isValidName(topic)) {
            throw new IllegalArgumentException(
                    "Topic name [" + topic + "] is empty or has a wildcard; give a name without + and #.");
        }
        if (qos < 0 || qos > 2) {
            throw new IllegalArgumentException("QoS [" + qos + "] is none; give 0, 1 or 2.");
        }
        return loop().call(() ->
                control().distribute(Message.of(topic, payload, qos).with(qos, retain && retains)));
    }

    @Override
    public Optional<String> retained(String topic) {
        return loop().call(() -> control().retained(topic).map(Message::text));
    }

    @Override
    public void user(String username, String password) {
        loop().run(() -> rules().users().put(username, password));
    }

    @Override
    public void removeUser(String username) {
        loop().run(() -> rules().users().remove(username));
    }

    @Override
    public void awaitSubscribed(String topic, Duration timeout) {
        await("a subscriber of [" + topic + "]", () -> loop().call(() -> isAnySubscribed(topic)), timeout);
    }

    private boolean isAnySubscribed(String topic) {
        return rules().clients().stream().anyMatch(client -> control().isSubscribed(client, topic));
    }

    @Override
    public void kick(String clientId) {
        loop().run(() -> control().kick(clientId, ADMINISTRATIVE_ACTION));
    }

    @Override
    public List<Map<String, Object>> describeDevices() {
        return loop().call(() -> {
            List<Map<String, Object>> devices = new ArrayList<>();
            for (String client : rules().clients()) {
                boolean online = control().isOnline(client);
                List<String> filters = List.copyOf(control().filters(client));
                if (online || !filters.isEmpty()) {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("device", client);
                    entry.put("online", online);
                    entry.put("subscriptions", filters);
                    devices.add(entry);
                }
            }
            return devices;
        });
    }

    /** A device of a general broker is a topic, and the way to set it is a message. */
    @Override
    public CompletableFuture<Map<String, @Nullable Object>> controlSet(
            String device, Map<String, @Nullable Object> values) {
        Object value = values.get("value");
        if (value == null) {
            throw new IllegalArgumentException(
                    "Member [value] is missing; give {\"device\":\"<topic>\",\"values\":{\"value\":…}}.");
        }
        byte[] payload = value instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : Json.write(value);
        return CompletableFuture.completedFuture(sent(publish(device, payload, 1, false)));
    }

    @Override
    public CompletableFuture<Map<String, @Nullable Object>> controlInvoke(
            String device, String service, Map<String, @Nullable Object> input) {
        if (!service.equals("kick")) {
            throw new IllegalArgumentException(
                    "A general broker has no service [" + service + "]; it has kick, and publish for messages.");
        }
        if (!loop().call(() -> control().isOnline(device))) {
            throw new UnknownDeviceException("No client [" + device + "] is connected.");
        }
        kick(device);
        return CompletableFuture.completedFuture(Map.of("outcome", "KICKED"));
    }

    @Override
    public Map<String, @Nullable Object> controlPublish(String topic, byte[] payload, int qos) {
        return sent(publish(topic, payload, qos, false));
    }

    private static Map<String, @Nullable Object> sent(List<String> receivers) {
        Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
        outcome.put("sent", !receivers.isEmpty());
        outcome.put("devices", receivers);
        return outcome;
    }
}
