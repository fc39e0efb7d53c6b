package org.iotconnector.simulator.internal.easyiot;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.iotconnector.simulator.Endpoint;
import org.iotconnector.simulator.easyiot.EasyIotAccount;
import org.iotconnector.simulator.easyiot.EasyIotDevice;
import org.iotconnector.simulator.easyiot.EasyIotSettings;
import org.iotconnector.simulator.easyiot.EasyIotSimulator;
import org.iotconnector.simulator.internal.easyiot.http.MessageSearch;
import org.iotconnector.simulator.internal.easyiot.http.SiteTokens;
import org.iotconnector.simulator.internal.easyiot.store.Device;
import org.iotconnector.simulator.internal.easyiot.store.Site;
import org.iotconnector.simulator.internal.http.HttpPort;
import org.iotconnector.simulator.internal.platform.AbstractPlatform;
import org.iotconnector.simulator.internal.platform.UnknownDeviceException;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.spi.Message;
import org.jspecify.annotations.Nullable;

/** The simulated Easy IoT as a whole. */
public final class EasyIotPlatform extends AbstractPlatform<EasyIotRules> implements EasyIotSimulator {
    private static final String ID = "easyiot";

    private final Site site;
    private final BrokerControl broker;
    private final SiteTokens tokens;
    private final @Nullable HttpPort http;

    /** Prepares the platform; it listens after {@link #startListening}. */
    public EasyIotPlatform(Surroundings surroundings, EasyIotSettings settings) {
        this(surroundings, settings, new Site(settings, surroundings.loop().clock(), new SecureRandom()));
    }

    private EasyIotPlatform(Surroundings surroundings, EasyIotSettings settings, Site site) {
        super(ID, surroundings, settings.ports(), broker -> new EasyIotRules(settings, site));
        this.site = site;
        this.broker = control();
        this.tokens = new SiteTokens(surroundings.loop().clock());
        this.http = settings.httpPort().isEmpty()
                ? null
                : new HttpPort(
                        surroundings.address(),
                        settings.httpPort().getAsInt(),
                        surroundings.loop(),
                        null,
                        new MessageSearch(site, tokens),
                        broker);
    }

    @Override
    public URI httpUri() {
        if (http == null) {
            throw new IllegalStateException("The simulated platform [easyiot] has no http listener; configure a port "
                    + "for it, 0 for a free one.");
        }
        return http.uri();
    }

    @Override
    public List<EasyIotAccount> accounts() {
        return onLoop(() -> site.accounts().stream()
                .<EasyIotAccount>map(account -> new AccountHandle(this, account))
                .toList());
    }

    @Override
    public EasyIotAccount account(String iotId) {
        return onLoop(() -> site.account(iotId))
                .map(account -> new AccountHandle(this, account))
                .orElseThrow(() -> new UnknownDeviceException("There is no account [" + iotId + "]; accounts: "
                        + accounts().stream().map(EasyIotAccount::iotId).collect(Collectors.joining(", ")) + "."));
    }

    @Override
    public EasyIotDevice device(String topic) {
        return new DeviceHandle(this, onLoop(() -> known(topic)));
    }

    private Device known(String topic) {
        return site.device(topic)
                .orElseThrow(() -> new UnknownDeviceException("There is no device [" + topic + "]; devices: "
                        + site.accounts().stream()
                                .flatMap(account -> account.devices().stream())
                                .map(Device::topic)
                                .collect(Collectors.joining(", "))
                        + "."));
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
        return onLoop(() -> Remote.describe(site, this::isSubscribed));
    }

    @Override
    public CompletableFuture<Map<String, @Nullable Object>> controlSet(
            String device, Map<String, @Nullable Object> values) {
        String text = Remote.value(values);
        return CompletableFuture.completedFuture(onLoop(() -> Remote.sent(send(known(device), text, 0))));
    }

    @Override
    public CompletableFuture<Map<String, @Nullable Object>> controlInvoke(
            String device, String service, Map<String, @Nullable Object> input) {
        return CompletableFuture.completedFuture(onLoop(() -> {
            Device found = known(device);
            return service.equals("send")
                    ? Remote.sent(send(found, Remote.value(input), 0))
                    : Remote.invoke(found, service, input);
        }));
    }

    @Override
    public Map<String, @Nullable Object> controlPublish(String topic, byte[] payload, int qos) {
        String text = new String(payload, StandardCharsets.UTF_8);
        return onLoop(() -> Remote.sent(send(known(topic), text, qos)));
    }

    <T> T onLoop(Supplier<T> task) {
        return loop().call(task);
    }

    void change(Runnable task) {
        loop().run(() -> {
            task.run();
            broker.changed();
        });
    }

    Site site() {
        return site;
    }

    String issueToken(String iotId) {
        return tokens.issue(iotId);
    }

    /** Sends to all that are subscribed, stores, and returns whom it went to. */
    List<String> send(Device device, String text, int qos) {
        List<String> receivers =
                broker.distribute(Message.of(device.topic(), text.getBytes(StandardCharsets.UTF_8), qos));
        site.store(device, text);
        broker.changed();
        return receivers;
    }

    boolean isSubscribed(String topic) {
        return rules().owners().keySet().stream()
                .anyMatch(client -> rules().mayReceive(client, topic) && broker.isSubscribed(client, topic));
    }
}
