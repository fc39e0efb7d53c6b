package org.iotconnector.simulator.internal.adafruit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.iotconnector.simulator.Endpoint;
import org.iotconnector.simulator.adafruit.AdafruitAccount;
import org.iotconnector.simulator.adafruit.AdafruitRefusal;
import org.iotconnector.simulator.adafruit.AdafruitSettings;
import org.iotconnector.simulator.adafruit.AdafruitSimulator;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.platform.AbstractPlatform;
import org.iotconnector.simulator.internal.platform.UnknownDeviceException;
import org.jspecify.annotations.Nullable;

/** The simulated Adafruit IO as a whole. */
public final class AdafruitPlatform extends AbstractPlatform<AdafruitRules> implements AdafruitSimulator {
    private static final String ID = "adafruit";

    private final HttpSide http;
    private final Remote remote;

    /**
     * Prepares the platform; it listens after {@link #startListening}.
     *
     * @param httpSide makes what it does over HTTP
     */
    public AdafruitPlatform(Surroundings surroundings, AdafruitSettings settings, HttpSide.Factory httpSide) {
        super(
                ID,
                surroundings,
                settings.ports(),
                broker -> new AdafruitRules(surroundings.address(), settings, surroundings.loop(), broker));
        this.http = httpSide.create(rules().cloud());
        this.remote = new Remote(rules().cloud().accounts(), rules().clients());
    }

    @Override
    public URI httpUri() {
        return http.uri()
                .orElseThrow(() -> new IllegalStateException("The simulated platform [adafruit] has no http listener; "
                        + "configure a port for it, 0 for a free one."));
    }

    @Override
    public AdafruitAccount account(String username) {
        return onLoop(() -> rules().cloud().accounts().find(username))
                .map(account -> new AccountHandle(this, account))
                .orElseThrow(() -> new UnknownDeviceException(
                        "There is no account [" + username + "]; accounts: " + names() + "."));
    }

    @Override
    public List<AdafruitAccount> accounts() {
        return onLoop(() -> rules().cloud().accounts().all().stream()
                .<AdafruitAccount>map(account -> new AccountHandle(this, account))
                .toList());
    }

    @Override
    public List<AdafruitRefusal> refusals() {
        return onLoop(() -> rules().refusals().list());
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
        return http.uri().map(uri -> new Endpoint(ID + " http", uri)).stream().toList();
    }

    @Override
    public List<Map<String, Object>> describeDevices() {
        return onLoop(remote::describe);
    }

    @Override
    public CompletableFuture<Map<String, @Nullable Object>> controlSet(
            String device, Map<String, @Nullable Object> values) {
        return CompletableFuture.completedFuture(onLoop(() -> remote.set(device, values)));
    }

    @Override
    public CompletableFuture<Map<String, @Nullable Object>> controlInvoke(
            String device, String service, Map<String, @Nullable Object> input) {
        throw new IllegalArgumentException("Adafruit IO has no services to invoke; set a value of a feed instead.");
    }

    @Override
    public Map<String, @Nullable Object> controlPublish(String topic, byte[] payload, int qos) {
        String text = new String(payload, StandardCharsets.UTF_8);
        return onLoop(() -> remote.publish(topic, text));
    }

    <T> T onLoop(Supplier<T> task) {
        return loop().call(task);
    }

    boolean isAnySubscribed(String topic) {
        return onLoop(() -> rules().clients().anySubscribed(topic));
    }

    boolean isOnline(String username) {
        return onLoop(() -> rules().clients().isOnline(username));
    }

    void send(Account account, String topic, String payload) {
        onLoop(() -> rules().clients().deliver(login -> login.account() == account, topic, payload));
    }

    void push(Account account, String path, String text) {
        loop().run(() -> rules().services().push(account, path, text));
    }

    private String names() {
        return accounts().stream().map(AdafruitAccount::username).collect(Collectors.joining(", "));
    }
}
