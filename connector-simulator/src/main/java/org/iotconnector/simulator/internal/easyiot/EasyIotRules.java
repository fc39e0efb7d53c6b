package org.iotconnector.simulator.internal.easyiot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.iotconnector.simulator.Disposition;
import org.iotconnector.simulator.easyiot.EasyIotRule;
import org.iotconnector.simulator.easyiot.EasyIotSettings;
import org.iotconnector.simulator.internal.easyiot.store.Account;
import org.iotconnector.simulator.internal.easyiot.store.Site;
import org.iotconnector.simulator.internal.platform.ClientIdentity;
import org.iotconnector.simulator.internal.spi.BrokerTraits;
import org.iotconnector.simulator.internal.spi.ConnectRequest;
import org.iotconnector.simulator.internal.spi.Login;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.spi.Peer;
import org.iotconnector.simulator.internal.spi.PlatformRules;
import org.iotconnector.simulator.internal.spi.PublishVerdict;
import org.iotconnector.simulator.internal.spi.Refusal;
import org.jspecify.annotations.Nullable;

/** Easy IoT towards the broker. DFRobot wiki, "Easy IoT" and "OBLOQ", and the libraries' source, read 2026-11. */
final class EasyIotRules implements PlatformRules {
    private static final int MAX_IN_FLIGHT = 20;
    private static final int MAX_QUEUED = 1000;
    private static final Refusal VERSION = new Refusal(1, 0x84, "only MQTT 3.1.1 is offered");

    private final EasyIotSettings settings;
    private final Site site;
    private final ClientIdentity identities = new ClientIdentity(new SplittableRandom());
    /** Of every session, since what may be received is asked for absent clients too. */
    private final Map<String, Account> owners = new LinkedHashMap<>();

    EasyIotRules(EasyIotSettings settings, Site site) {
        this.settings = settings;
        this.site = site;
    }

    /** Accounts by the client identifiers of their sessions. */
    Map<String, Account> owners() {
        return owners;
    }

    @Override
    public BrokerTraits traits(int protocolLevel) {
        return new BrokerTraits(
                2, settings.has(EasyIotRule.RETAIN), settings.has(EasyIotRule.WILL), MAX_IN_FLIGHT, MAX_QUEUED);
    }

    @Override
    public Login login(ConnectRequest request) {
        boolean strange = (request.protocolLevel() == 3 && !settings.has(EasyIotRule.MQTT31))
                || (request.protocolLevel() >= 5 && !settings.has(EasyIotRule.MQTT5));
        if (strange) {
            return new Login.Refused(VERSION);
        }
        Optional<Refusal> nameless = ClientIdentity.refusal(request);
        if (nameless.isPresent()) {
            return new Login.Refused(nameless.get());
        }
        String iotId = request.userName();
        Optional<Account> account = (iotId == null ? Optional.<Account>empty() : site.account(iotId))
                .filter(found -> found.hasPassword(request.password()));
        if (account.isEmpty()) {
            String why = "Iot_id or Iot_pwd is wrong, or missing";
            return new Login.Refused(
                    settings.has(EasyIotRule.NOT_AUTHORIZED)
                            ? Refusal.notAuthorized(why)
                            : Refusal.badCredentials(why));
        }
        return new Login.Accepted(
                identities.of(request),
                account.get(),
                request.keepAliveSeconds(),
                settings.has(EasyIotRule.PERSISTENT_SESSIONS));
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
        owners.put(peer.identity(), peer.context(Account.class));
    }

    @Override
    public void disconnected(Peer peer) {}

    @Override
    public void sessionEnded(String identity) {
        owners.remove(identity);
    }

    @Override
    public boolean mayReceive(String identity, String topic) {
        Account owner = owners.get(identity);
        return owner != null
                && (settings.has(EasyIotRule.OPEN_TOPICS) || owner.device(topic).isPresent());
    }

    @Override
    public int grant(Peer peer, String filter, int requestedQos) {
        boolean refused = settings.has(EasyIotRule.SUBACK_FAILURE)
                && !settings.has(EasyIotRule.OPEN_TOPICS)
                && peer.context(Account.class).device(filter).isEmpty();
        return refused ? -1 : requestedQos;
    }

    @Override
    public PublishVerdict judge(Peer peer, Message message) {
        boolean own = peer.context(Account.class).device(message.topic()).isPresent();
        return own || settings.has(EasyIotRule.OPEN_TOPICS)
                ? PublishVerdict.distribute()
                : PublishVerdict.drop(Disposition.DROPPED_FOREIGN_TOPIC);
    }

    @Override
    public void handle(Peer peer, Message message) {
        peer.context(Account.class).device(message.topic()).ifPresent(device -> site.store(device, message.text()));
    }
}
