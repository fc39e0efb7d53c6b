package org.iotconnector.simulator.internal.siot;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.Endpoint;
import org.iotconnector.simulator.internal.http.HttpPort;
import org.iotconnector.simulator.internal.platform.AbstractPlatform;
import org.iotconnector.simulator.internal.siot.http.SiotHttp;
import org.iotconnector.simulator.internal.siot.store.Device;
import org.iotconnector.simulator.internal.siot.store.SiotStore;
import org.iotconnector.simulator.siot.SiotGeneration;
import org.iotconnector.simulator.siot.SiotMessage;
import org.iotconnector.simulator.siot.SiotSettings;
import org.iotconnector.simulator.siot.SiotSimulator;
import org.jspecify.annotations.Nullable;

/** The simulated SIoT as a whole. */
public final class SiotPlatform extends AbstractPlatform<SiotRules> implements SiotSimulator {
    private static final String ID = "siot";
    private static final String WEB_SOCKET_PATH = "/ws";

    private final SiotSettings settings;
    private final @Nullable HttpPort http;
    private final Remote remote;

    /** Prepares the platform; it listens after {@link #startListening}. */
    public SiotPlatform(Surroundings surroundings, SiotSettings settings) {
        super(
                ID,
                surroundings,
                settings.ports(),
                WEB_SOCKET_PATH,
                broker -> new SiotRules(
                        settings, new SiotStore(surroundings.loop().clock()), broker));
        this.settings = settings;
        this.http = settings.httpPort().isEmpty()
                ? null
                : new HttpPort(
                        surroundings.address(),
                        settings.httpPort().getAsInt(),
                        surroundings.loop(),
                        null,
                        new SiotHttp(settings, rules().store(), rules().desk(), rules().logins()),
                        control());
        this.remote = new Remote(rules().store(), rules().desk(), this::isAnySubscribed);
    }

    @Override
    public SiotGeneration generation() {
        return settings.generation();
    }

    @Override
    public URI httpUri() {
        if (http == null) {
            throw new IllegalStateException("The simulated platform [siot] has no http listener; configure a port for "
                    + "it, 0 for a free one.");
        }
        return http.uri();
    }

    @Override
    public List<String> devices() {
        return loop().call(() ->
                rules().store().devices().stream().map(Device::topic).toList());
    }

    @Override
    public void createDevice(String topic) {
        if (!rules().form().takes(topic)) {
            throw new IllegalArgumentException(
                    "Topic [" + topic + "] is not of the form " + rules().form().words() + "; give one of that form.");
        }
        loop().run(() -> rules().store().makeDevice(topic));
    }

    @Override
    public List<String> send(String topic, String text) {
        return loop().call(() -> rules().desk().send(topic, text));
    }

    @Override
    public List<SiotMessage> messages(String topic) {
        return loop().call(() -> rules().store().messages(topic));
    }

    @Override
    public int clear(String topic) {
        return loop().call(() -> rules().store().clear(topic));
    }

    @Override
    public SiotMessage awaitStored(String topic, String text, Duration timeout) {
        await(
                "message [" + text + "] of [" + topic + "] in the store",
                () -> first(topic, text).isPresent(),
                timeout);
        return first(topic, text).orElseThrow();
    }

    private Optional<SiotMessage> first(String topic, String text) {
        return messages(topic).stream()
                .filter(message -> message.content().equals(text))
                .findFirst();
    }

    @Override
    public void awaitSubscribed(String topic, Duration timeout) {
        await("a subscriber of [" + topic + "]", () -> loop().call(() -> isAnySubscribed(topic)), timeout);
    }

    private boolean isAnySubscribed(String topic) {
        return rules().clients().stream().anyMatch(client -> control().isSubscribed(client, topic));
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
        return http == null ? List.of() : List.of(new Endpoint(ID + " http", http.uri()));
    }

    @Override
    public List<Map<String, Object>> describeDevices() {
        return loop().call(remote::describe);
    }

    @Override
    public CompletableFuture<Map<String, @Nullable Object>> controlSet(
            String device, Map<String, @Nullable Object> values) {
        return CompletableFuture.completedFuture(loop().call(() -> remote.send(device, Remote.value(values))));
    }

    @Override
    public CompletableFuture<Map<String, @Nullable Object>> controlInvoke(
            String device, String service, Map<String, @Nullable Object> input) {
        return CompletableFuture.completedFuture(loop().call(() -> remote.invoke(device, service, input)));
    }

    @Override
    public Map<String, @Nullable Object> controlPublish(String topic, byte[] payload, int qos) {
        return loop().call(() -> remote.send(topic, new String(payload, StandardCharsets.UTF_8)));
    }
}
