package org.iotconnector.simulator.internal.onenet;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iotconnector.simulator.Endpoint;
import org.iotconnector.simulator.internal.platform.AbstractPlatform;
import org.iotconnector.simulator.internal.platform.UnknownDeviceException;
import org.iotconnector.simulator.onenet.DeviceReply;
import org.iotconnector.simulator.onenet.LoginRefusal;
import org.iotconnector.simulator.onenet.OneNetDevice;
import org.iotconnector.simulator.onenet.OneNetSettings;
import org.iotconnector.simulator.onenet.OneNetSimulator;
import org.iotconnector.simulator.onenet.PushAttempt;
import org.jspecify.annotations.Nullable;

/** The simulated OneNET platform as a whole. */
public final class OneNetPlatform extends AbstractPlatform<OneNetRules> implements OneNetSimulator {
    private final HttpSide http;

    /**
     * Prepares the platform; it listens after {@link #startListening}.
     *
     * @param httpSide makes what it does over HTTP
     */
    public OneNetPlatform(Surroundings surroundings, OneNetSettings settings, HttpSide.Factory httpSide) {
        super(
                "onenet",
                surroundings,
                settings.ports(),
                broker -> new OneNetRules(surroundings.address(), settings, surroundings.loop(), broker));
        this.http = httpSide.create(rules().cloud(), surroundings.tls());
    }

    @Override
    public URI httpUri() {
        return uri("http");
    }

    @Override
    public URI httpsUri() {
        return uri("https");
    }

    private URI uri(String scheme) {
        return http.uri(scheme)
                .orElseThrow(() -> new IllegalStateException("The simulated platform [onenet] has no " + scheme
                        + " listener; configure a port for it, 0 for a free one."));
    }

    @Override
    public List<PushAttempt> pushes() {
        return loop().call(http::pushes);
    }

    @Override
    protected void pardon() {
        rules().pardon();
    }

    @Override
    protected void openOthers() {
        http.open();
    }

    @Override
    protected void closeOthers() {
        http.close();
    }

    @Override
    protected List<Endpoint> otherEndpoints() {
        return Stream.of("http", "https")
                .flatMap(scheme -> http.uri(scheme).stream().map(uri -> new Endpoint("onenet " + scheme, uri)))
                .toList();
    }

    @Override
    public OneNetDevice device(String id) {
        return handle(id);
    }

    @Override
    public List<OneNetDevice> devices() {
        return List.copyOf(handles());
    }

    @Override
    public List<LoginRefusal> refusals() {
        return loop().call(() -> rules().refusals().list());
    }

    @Override
    public List<Map<String, Object>> describeDevices() {
        return handles().stream().map(DeviceHandle::describe).toList();
    }

    @Override
    public CompletableFuture<Map<String, @Nullable Object>> controlSet(
            String device, Map<String, @Nullable Object> values) {
        return handle(device).set(values).thenApply(OneNetPlatform::outcome);
    }

    @Override
    public CompletableFuture<Map<String, @Nullable Object>> controlInvoke(
            String device, String service, Map<String, @Nullable Object> input) {
        return handle(device).invoke(service, input).thenApply(OneNetPlatform::outcome);
    }

    @Override
    public Map<String, @Nullable Object> controlPublish(String topic, byte[] payload, int qos) {
        DeviceHandle owner = handles().stream()
                .filter(handle -> handle.owns(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Topic [" + topic + "] belongs to no device here; devices: " + names() + "."));
        boolean sent = owner.publish(topic, payload, qos);
        Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
        outcome.put("sent", sent);
        outcome.put("devices", sent ? List.of(owner.id()) : List.of());
        return outcome;
    }

    private DeviceHandle handle(String id) {
        return loop().call(() -> rules().cloud().registry().find(id))
                .map(this::handle)
                .orElseThrow(
                        () -> new UnknownDeviceException("There is no device [" + id + "]; devices: " + names() + "."));
    }

    private List<DeviceHandle> handles() {
        return loop().call(() ->
                rules().cloud().registry().devices().stream().map(this::handle).toList());
    }

    private DeviceHandle handle(DeviceState device) {
        return new DeviceHandle(this, rules().cloud(), rules().images(), device);
    }

    private String names() {
        return handles().stream().limit(20).map(DeviceHandle::id).collect(Collectors.joining(", "));
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
