package org.iotconnector.simulator.internal.siot;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.iotconnector.simulator.Disposition;
import org.iotconnector.simulator.internal.platform.ClientIdentity;
import org.iotconnector.simulator.internal.siot.store.Desk;
import org.iotconnector.simulator.internal.siot.store.Logins;
import org.iotconnector.simulator.internal.siot.store.SiotStore;
import org.iotconnector.simulator.internal.siot.store.TopicForm;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.spi.BrokerTraits;
import org.iotconnector.simulator.internal.spi.ConnectRequest;
import org.iotconnector.simulator.internal.spi.Login;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.spi.Peer;
import org.iotconnector.simulator.internal.spi.PlatformRules;
import org.iotconnector.simulator.internal.spi.PublishVerdict;
import org.iotconnector.simulator.internal.spi.Refusal;
import org.iotconnector.simulator.siot.SiotRule;
import org.iotconnector.simulator.siot.SiotSettings;
import org.jspecify.annotations.Nullable;

/** SIoT towards the broker. SIoT manual, both generations, and reports of others, read 2026-11. */
final class SiotRules implements PlatformRules {
    private static final int MAX_IN_FLIGHT = 20;
    private static final int MAX_QUEUED = 1000;
    private static final Refusal VERSION = new Refusal(1, 0x84, "this version of MQTT is switched off");

    private final SiotSettings settings;
    private final SiotStore store;
    private final TopicForm form;
    private final Desk desk;
    private final Logins logins;
    private final ClientIdentity identities = new ClientIdentity(new SplittableRandom());
    private final Set<String> clients = new LinkedHashSet<>();

    SiotRules(SiotSettings settings, SiotStore store, BrokerControl broker) {
        this.settings = settings;
        this.store = store;
        this.form = new TopicForm(settings);
        this.desk = new Desk(settings, store, form, broker);
        this.logins = new Logins(settings.users());
    }

    SiotStore store() {
        return store;
    }

    TopicForm form() {
        return form;
    }

    Desk desk() {
        return desk;
    }

    Logins logins() {
        return logins;
    }

    /** Clients with a session, connected or not. */
    Set<String> clients() {
        return clients;
    }

    @Override
    public BrokerTraits traits(int protocolLevel) {
        return new BrokerTraits(
                2, settings.has(SiotRule.RETAIN), settings.has(SiotRule.WILL), MAX_IN_FLIGHT, MAX_QUEUED);
    }

    @Override
    public Login login(ConnectRequest request) {
        boolean strange = (request.protocolLevel() == 3 && !settings.has(SiotRule.MQTT31))
                || (request.protocolLevel() >= 5 && !settings.has(SiotRule.MQTT5));
        if (strange) {
            return new Login.Refused(VERSION);
        }
        Optional<Refusal> nameless = ClientIdentity.refusal(request);
        if (nameless.isPresent()) {
            return new Login.Refused(nameless.get());
        }
        if (!logins.fits(request.userName(), request.password())) {
            String why = "user name or password is wrong, or missing";
            return new Login.Refused(
                    settings.has(SiotRule.NOT_AUTHORIZED) ? Refusal.notAuthorized(why) : Refusal.badCredentials(why));
        }
        String identity = identities.of(request);
        return new Login.Accepted(identity, identity, request.keepAliveSeconds());
    }

    @Override
    public @Nullable String claimedIdentity(ConnectRequest request) {
        return ClientIdentity.claimed(request);
    }

    @Override
    public String assignedClientId(Login.Accepted login) {
        return login.identity();
    }

    @Override
    public void connected(Peer peer) {
        clients.add(peer.identity());
    }

    @Override
    public void disconnected(Peer peer) {}

    @Override
    public void sessionEnded(String identity) {
        clients.remove(identity);
    }

    @Override
    public int grant(Peer peer, String filter, int requestedQos) {
        return form.grants(filter) ? requestedQos : -1;
    }

    @Override
    public PublishVerdict judge(Peer peer, Message message) {
        if (!form.takes(message.topic())) {
            return PublishVerdict.drop(Disposition.DROPPED_FOREIGN_TOPIC);
        }
        return desk.changes(message) ? PublishVerdict.consume() : PublishVerdict.distribute();
    }

    @Override
    public void handle(Peer peer, Message message) {
        desk.receive(message);
        if (desk.changes(message)) {
            desk.forward(message);
        }
    }
}
