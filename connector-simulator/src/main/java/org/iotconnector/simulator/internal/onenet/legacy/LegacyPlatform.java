package org.iotconnector.simulator.internal.onenet.legacy;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.iotconnector.simulator.Endpoint;
import org.iotconnector.simulator.internal.http.HttpPort;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.platform.AbstractPlatform;
import org.iotconnector.simulator.internal.platform.UnknownDeviceException;
import org.iotconnector.simulator.onenet.DeviceReply;
import org.iotconnector.simulator.onenet.legacy.OneNetLegacyDevice;
import org.iotconnector.simulator.onenet.legacy.OneNetLegacySettings;
import org.iotconnector.simulator.onenet.legacy.OneNetLegacySimulator;
import org.jspecify.annotations.Nullable;

/** The simulated first generation as a whole. */
public final class LegacyPlatform extends AbstractPlatform<LegacyRules> implements OneNetLegacySimulator {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final @Nullable HttpPort http;

    /** Prepares the platform; it listens after {@link #startListening}. */
    public LegacyPlatform(Surroundings surroundings, OneNetLegacySettings settings) {
        super(
                "onenetLegacy",
                surroundings,
                settings.ports(),
                broker -> new LegacyRules(settings, surroundings.loop(), broker));
        this.http = settings.httpPort().isEmpty()
                ? null
                : new HttpPort(
                        surroundings.address(),
                        settings.httpPort().getAsInt(),
                        loop(),
                        null,
                        new RegisterService(rules().registry()),
                        rules().broker());
    }

    @Override
    public URI httpUri() {
        return Optional.ofNullable(http)
                .map(HttpPort::uri)
                .orElseThrow(() -> new IllegalStateException("The simulated platform [onenetLegacy] has no http"
                        + " listener; configure a port for it, 0 for a free one."));
    }

    @Override
    protected void openOthers() {
        if (http != null) {
            http.open();
        }
    }

    @Override
    protected void closeOthers() {
        if (http != null) {
            http.close();
        }
    }

    @Override
    protected List<Endpoint> otherEndpoints() {
        return http == null ? List.of() : List.of(new Endpoint("onenetLegacy http", http.uri()));
    }

    @Override
    public OneNetLegacyDevice device(String id) {
        return handle(id);
    }

    @Override
    public List<OneNetLegacyDevice> devices() {
        return List.copyOf(handles());
    }

    @Override
    public List<Map<String, Object>> describeDevices() {
        return handles().stream().map(LegacyDeviceHandle::describe).toList();
    }

    /** A command whose payload is the values as a JSON object. */
    @Override
    public CompletableFuture<Map<String, @Nullable Object>> controlSet(
            String device, Map<String, @Nullable Object> values) {
        return handle(device).command(Json.write(values), LIMIT).thenApply(LegacyPlatform::outcome);
    }

    @Override
    public CompletableFuture<Map<String, @Nullable Object>> controlInvoke(
            String device, String service, Map<String, @Nullable Object> input) {
        throw new IllegalArgumentException("OneNET's first generation has no services; send a set, or publish to a"
                + " topic that begins with [" + Topics.COMMAND + "].");
    }

    /** A command goes to every device that is online, anything else to its subscribers. */
    @Override
    public Map<String, @Nullable Object> controlPublish(String topic, byte[] payload, int qos) {
        boolean command = topic.startsWith(Topics.COMMAND);
        if (!command && !Topics.isOwn(topic)) {
            throw new IllegalArgumentException("Topic [" + topic + "] must be made of letters, digits and '/', or begin"
                    + " with [" + Topics.COMMAND + "].");
        }
        List<String> sent = loop().call(() -> command ? push(topic, payload) : distribute(topic, payload));
        Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
        outcome.put("sent", !sent.isEmpty());
        outcome.put("devices", sent);
        return outcome;
    }

    private List<String> push(String topic, byte[] payload) {
        return rules().registry().all().stream()
                .filter(device -> rules().commands().sendBlindly(device, topic, payload))
                .map(DeviceState::identity)
                .toList();
    }

    private List<String> distribute(String topic, byte[] payload) {
        return rules().registry().all().stream()
                .map(DeviceState::product)
                .distinct()
                .flatMap(product -> rules().distribute(product, topic, payload).stream())
                .toList();
    }

    private LegacyDeviceHandle handle(String id) {
        return handles().stream()
                .filter(handle -> handle.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new UnknownDeviceException("There is no device [" + id + "]; devices: " + names() + "."));
    }

    private List<LegacyDeviceHandle> handles() {
        return loop().call(() -> rules().registry().all().stream()
                .map(device -> new LegacyDeviceHandle(this, loop(), rules(), device))
                .toList());
    }

    private String names() {
        return handles().stream().limit(20).map(LegacyDeviceHandle::id).collect(Collectors.joining(", "));
    }

    private static Map<String, @Nullable Object> outcome(DeviceReply reply) {
        Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
        outcome.put("outcome", reply.outcome().name());
        reply.code().ifPresent(code -> outcome.put("code", code));
        outcome.put("message", reply.message());
        if (reply.outcome() == DeviceReply.Outcome.REPLIED) {
            outcome.put("data", reply.data());
        }
        return outcome;
    }
}
