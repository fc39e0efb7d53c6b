package org.iotconnector.simulator.internal.adafruit;

import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.iotconnector.simulator.adafruit.AdafruitRule;
import org.iotconnector.simulator.adafruit.AdafruitSettings;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.adafruit.store.Accounts;
import org.iotconnector.simulator.internal.adafruit.store.Limits;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.spi.BrokerTraits;
import org.iotconnector.simulator.internal.spi.ConnectRequest;
import org.iotconnector.simulator.internal.spi.Login;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.spi.Peer;
import org.iotconnector.simulator.internal.spi.PlatformRules;
import org.iotconnector.simulator.internal.spi.PublishVerdict;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.jspecify.annotations.Nullable;

/** Adafruit IO towards the broker. Adafruit IO API docs, "MQTT API", read 2026-11. */
final class AdafruitRules implements PlatformRules {
    private static final int MAX_IN_FLIGHT = 20;
    private static final int MAX_QUEUED = 1000;
    private static final String CONNECT = "CONNECT";
    private static final String SUBSCRIBE = "SUBSCRIBE";

    private final AdafruitCloud cloud;
    private final Clients clients;
    private final Delivery delivery;
    private final LoginCheck logins;
    private final FilterCheck filters;
    private final Uplinks uplinks;
    private final TimeTopics time;
    private final Services services;
    private final Refusals refusals;

    AdafruitRules(InetAddress address, AdafruitSettings settings, SimulatorLoop loop, BrokerControl broker) {
        Accounts accounts = new Accounts(settings, loop.clock());
        this.clients = new Clients(broker);
        this.services = new Services(clients, loop);
        this.cloud = new AdafruitCloud(address, settings, accounts, broker, services, loop);
        this.delivery = new Delivery(settings, clients, broker);
        this.logins = new LoginCheck(accounts, settings, new SplittableRandom());
        this.filters = new FilterCheck(accounts, settings);
        this.refusals = new Refusals(loop.clock());
        this.uplinks = new Uplinks(settings, new Intake(accounts, settings), clients, delivery, refusals);
        this.time = new TimeTopics(clients, loop);
        accounts.listen(delivery);
    }

    AdafruitCloud cloud() {
        return cloud;
    }

    Clients clients() {
        return clients;
    }

    Services services() {
        return services;
    }

    Refusals refusals() {
        return refusals;
    }

    @Override
    public BrokerTraits traits(int protocolLevel) {
        int qos = cloud.settings().has(AdafruitRule.QOS2_CLOSES) ? 1 : 2;
        return new BrokerTraits(qos, false, cloud.settings().has(AdafruitRule.WILL), MAX_IN_FLIGHT, MAX_QUEUED);
    }

    @Override
    public Login login(ConnectRequest request) {
        Login login = logins.check(request);
        if (login instanceof Login.Refused refused) {
            refusals.add(
                    Objects.requireNonNullElse(request.userName(), ""),
                    request.clientId(),
                    CONNECT,
                    String.valueOf(refused.refusal().code(request.protocolLevel())),
                    refused.refusal().reason());
        }
        return login;
    }

    @Override
    public @Nullable String claimedIdentity(ConnectRequest request) {
        String user = request.userName();
        return user == null ? null : AdafruitLogin.identity(user, request.clientId());
    }

    @Override
    public void connected(Peer peer) {
        clients.add(peer.context(AdafruitLogin.class));
        peer.filters().forEach(time::subscribed);
    }

    @Override
    public void disconnected(Peer peer) {
        if (!cloud.settings().has(AdafruitRule.PERSISTENT_SESSIONS)) {
            clients.remove(peer.context(AdafruitLogin.class));
        }
    }

    @Override
    public int grant(Peer peer, String filter, int requestedQos) {
        AdafruitLogin login = peer.context(AdafruitLogin.class);
        Optional<String> offence = offence(login, filter);
        if (offence.isEmpty()) {
            login.unheard().remove(filter);
            time.subscribed(filter);
            return Math.min(requestedQos, 1);
        }
        refusals.add(login.username(), login.clientId(), SUBSCRIBE, filter, offence.get());
        delivery.refused(login.account(), login.action(SUBSCRIBE, filter) + " " + offence.get());
        if (!offence.get().equals(Texts.BANNED)) {
            login.account().limits().failedSubscribe();
        }
        if (cloud.settings().has(AdafruitRule.SUBACK_FAILURE)) {
            return -1;
        }
        login.unheard().add(filter);
        return Math.min(requestedQos, 1);
    }

    private Optional<String> offence(AdafruitLogin login, String filter) {
        Limits limits = login.account().limits();
        if (limits.isBanned()) {
            return Optional.of(Texts.BANNED);
        }
        return limits.takeSubscribe(login.action(SUBSCRIBE, filter))
                ? filters.offence(login, filter)
                : Optional.of(Texts.TOO_MANY);
    }

    @Override
    public PublishVerdict judge(Peer peer, Message message) {
        return uplinks.judge(peer.context(AdafruitLogin.class), message);
    }

    @Override
    public PublishVerdict judgeMalformed(Peer peer, Message message) {
        return uplinks.judgeMalformed(peer.context(AdafruitLogin.class), message);
    }

    @Override
    public void handle(Peer peer, Message message) {
        uplinks.handle();
    }

    /** A value goes out as a new message of the platform, with the QoS of the subscription. */
    @Override
    public int deliveryQos(int publishQos, int grantedQos) {
        return grantedQos;
    }

    /** Ends all bans. */
    void pardon() {
        cloud.accounts().all().forEach(AdafruitRules::pardon);
    }

    private static void pardon(Account account) {
        account.limits().pardon();
    }
}
