package org.iotconnector.simulator.internal.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.iotconnector.simulator.Disposition;
import org.iotconnector.simulator.internal.platform.ClientIdentity;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.spi.BrokerTraits;
import org.iotconnector.simulator.internal.spi.ConnectRequest;
import org.iotconnector.simulator.internal.spi.Login;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.spi.Peer;
import org.iotconnector.simulator.internal.spi.PlatformRules;
import org.iotconnector.simulator.internal.spi.PublishVerdict;
import org.iotconnector.simulator.internal.spi.Refusal;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.iotconnector.simulator.mqtt.MqttRule;
import org.iotconnector.simulator.mqtt.MqttSettings;
import org.jspecify.annotations.Nullable;

/** Mosquitto's behaviour, as measured on version 2.0.11 and as its manual says, read 2026-11. */
final class MqttRules implements PlatformRules {
    private static final int NOT_AUTHORIZED = 0x87;
    private static final int PACKET_TOO_LARGE = 0x95;
    private static final Refusal VERSION = new Refusal(1, 0x84, "this version of MQTT is switched off");

    private final MqttSettings settings;
    private final Users users;
    private final AccessList acl;
    private final SysTopics sys;
    private final ClientIdentity identities = new ClientIdentity(new SplittableRandom());
    /** Of every session, since what may be read is asked for absent clients too. */
    private final Map<String, MqttLogin> logins = new LinkedHashMap<>();

    MqttRules(MqttSettings settings, SimulatorLoop loop, BrokerControl broker) {
        this.settings = settings;
        this.users = new Users(settings);
        this.acl = new AccessList(settings.acl());
        this.sys = new SysTopics(broker, loop, settings.sysInterval());
    }

    /** Begins with what goes by the clock. */
    void start() {
        if (settings.has(MqttRule.SYS_TOPICS)) {
            sys.start();
        }
    }

    Users users() {
        return users;
    }

    /** Clients with a session, connected or not. */
    Set<String> clients() {
        return new LinkedHashSet<>(logins.keySet());
    }

    @Override
    public BrokerTraits traits(int protocolLevel) {
        return new BrokerTraits(
                2,
                settings.has(MqttRule.RETAIN),
                settings.has(MqttRule.WILL),
                settings.maxInFlight(),
                settings.maxQueued());
    }

    @Override
    public Login login(ConnectRequest request) {
        boolean off = (request.protocolLevel() == 3 && !settings.has(MqttRule.MQTT31))
                || (request.protocolLevel() >= 5 && !settings.has(MqttRule.MQTT5));
        if (off) {
            return new Login.Refused(VERSION);
        }
        Optional<Refusal> nameless = ClientIdentity.refusal(request);
        if (nameless.isPresent()) {
            return new Login.Refused(nameless.get());
        }
        if (!users.letsIn(request)) {
            String why = "user name or password is wrong, or missing";
            return new Login.Refused(
                    settings.has(MqttRule.CREDENTIALS_ARE_CODE_4)
                            ? Refusal.badCredentials(why)
                            : Refusal.notAuthorized(why));
        }
        String username = request.userName() == null ? "" : request.userName();
        MqttLogin login = new MqttLogin(username, identities.of(request));
        return new Login.Accepted(
                login.clientId(), login, request.keepAliveSeconds(), settings.has(MqttRule.PERSISTENT_SESSIONS));
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
    public boolean offersSharedSubscriptions() {
        return settings.has(MqttRule.SHARED_SUBSCRIPTIONS);
    }

    @Override
    public boolean closesOnMalformedFilter() {
        return settings.has(MqttRule.MALFORMED_FILTER_CLOSES);
    }

    @Override
    public void connected(Peer peer) {
        logins.put(peer.identity(), peer.context(MqttLogin.class));
        sys.connected();
    }

    @Override
    public void disconnected(Peer peer) {}

    @Override
    public void sessionEnded(String identity) {
        logins.remove(identity);
    }

    @Override
    public boolean mayReceive(String identity, String topic) {
        MqttLogin login = logins.get(identity);
        return login != null && acl.mayRead(login, topic);
    }

    @Override
    public int grant(Peer peer, String filter, int requestedQos) {
        boolean denied =
                settings.has(MqttRule.DENY_SUBSCRIBE) && !acl.mayReadAll(peer.context(MqttLogin.class), filter);
        return denied ? -1 : requestedQos;
    }

    @Override
    public PublishVerdict judge(Peer peer, Message message) {
        int size = message.topic().getBytes(StandardCharsets.UTF_8).length + message.payload().length;
        if (size > settings.maxPacketBytes()) {
            return PublishVerdict.close(Disposition.REFUSED_TOO_LARGE, PACKET_TOO_LARGE);
        }
        if (message.topic().startsWith(SysTopics.PREFIX)) {
            return PublishVerdict.drop(Disposition.DROPPED_FOREIGN_TOPIC);
        }
        return acl.mayWrite(peer.context(MqttLogin.class), message.topic())
                ? PublishVerdict.distribute()
                : PublishVerdict.deny(Disposition.DROPPED_FOREIGN_TOPIC, NOT_AUTHORIZED);
    }

    @Override
    public void handle(Peer peer, Message message) {}
}
