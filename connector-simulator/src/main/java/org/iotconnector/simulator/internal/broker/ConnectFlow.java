package org.iotconnector.simulator.internal.broker;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttProperties;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.internal.spi.BrokerTraits;
import org.iotconnector.simulator.internal.spi.ConnectRequest;
import org.iotconnector.simulator.internal.spi.Login;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.spi.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** CONNECT: faults first, then the platform's decision, take-over, session, CONNACK. */
final class ConnectFlow {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectFlow.class);

    private static final int PROTOCOL_ERROR = 0x82;

    private final Broker broker;

    ConnectFlow(Broker broker) {
        this.broker = broker;
    }

    /** Who the client says it is, unverified; null if that cannot be told. */
    @Nullable
    String claimedIdentity(ClientConnection connection, MqttConnectMessage packet) {
        return broker.rules().claimedIdentity(request(connection, packet));
    }

    void connect(ClientConnection connection, MqttConnectMessage packet) {
        ConnectRequest request = request(connection, packet);
        String device = broker.rules().claimedIdentity(request);
        if (broker.faults().take(Fault.SilentAccept.class, device).isPresent()) {
            connection.ignoreInput();
            return;
        }
        Optional<Fault.RefuseConnect> refusal = broker.faults().take(Fault.RefuseConnect.class, device);
        if (refusal.isPresent()) {
            int code = refusal.get().code();
            refuse(connection, request, new Refusal(code, code, "a fault was injected"));
            return;
        }
        Login login = broker.rules().login(request);
        if (login instanceof Login.Refused refused) {
            refuse(connection, request, refused.refusal());
        } else if (login instanceof Login.Closed closed) {
            broker.tally().count(Tally.Figure.CONNECT_REFUSED);
            connection.close(PROTOCOL_ERROR, closed.reason());
        } else if (login instanceof Login.Accepted accepted) {
            accept(connection, request, accepted, packet);
        }
        broker.journal().ring();
    }

    private void accept(
            ClientConnection connection, ConnectRequest request, Login.Accepted login, MqttConnectMessage packet) {
        MqttProperties properties = packet.variableHeader().properties();
        BrokerTraits traits = broker.rules().traits(request.protocolLevel());
        broker.takeOver(login.identity());
        boolean clean = request.cleanStart() || !login.keepsSession();
        Optional<Session> old = broker.sessions().resume(login.identity(), clean);
        Session session = old.orElseGet(() -> broker.sessions().create(login.identity(), traits.maxQueued()));
        broker.sessions().expiry(session, login.keepsSession() ? sessionExpiry(request, properties) : Duration.ZERO);
        session.attach(connection);
        int window = (int) Math.min(
                traits.maxInFlight(),
                Math.max(1, Properties5.integer(properties, Properties5.RECEIVE_MAXIMUM, traits.maxInFlight())));
        connection.loggedIn(new ClientConnection.LoggedIn(
                request, login, session, broker.loop().clock().instant(), window, traits.will() ? will(packet) : null));
        broker.tally().count(Tally.Figure.CONNECT_ACCEPTED);
        LOG.debug("client={} accepted protocolLevel={}", login.identity(), request.protocolLevel());
        connection.send(Packets.connAckAccepted(old.isPresent(), connAckProperties(request, login, traits, packet)));
        session.outbound().resume(connection);
        session.outbound().pump(connection, window);
        broker.faults()
                .take(Fault.DropAfter.class, login.identity())
                .ifPresent(fault -> broker.loop().schedule(fault.delay(), connection::drop));
        broker.rules().connected(connection);
    }

    private void refuse(ClientConnection connection, ConnectRequest request, Refusal refusal) {
        broker.tally().count(Tally.Figure.CONNECT_REFUSED);
        int code = refusal.code(request.protocolLevel());
        LOG.debug("client={} refused with CONNACK {}: {}", connection.remote(), code, refusal.reason());
        connection.sendAndClose(Packets.connAckRefused(code, request.protocolLevel()));
        broker.journal().ring();
    }

    private static ConnectRequest request(ClientConnection connection, MqttConnectMessage packet) {
        byte @Nullable [] password = packet.payload().passwordInBytes();
        return new ConnectRequest(
                packet.variableHeader().version(),
                packet.payload().clientIdentifier(),
                packet.payload().userName(),
                password == null ? null : new String(password, StandardCharsets.UTF_8),
                packet.variableHeader().keepAliveTimeSeconds(),
                packet.variableHeader().isCleanSession(),
                flags(packet.variableHeader()),
                connection.transport(),
                connection.remote());
    }

    /** The byte as it was sent; the decoder has made sure that its lowest bit is 0. */
    private static int flags(MqttConnectVariableHeader header) {
        return (header.hasUserName() ? 0x80 : 0)
                | (header.hasPassword() ? 0x40 : 0)
                | (header.isWillRetain() ? 0x20 : 0)
                | header.willQos() << 3
                | (header.isWillFlag() ? 0x04 : 0)
                | (header.isCleanSession() ? 0x02 : 0);
    }

    /** Time a session outlives its connection: for ever with clean session off, and what MQTT 5 clients ask for. */
    private static Duration sessionExpiry(ConnectRequest request, MqttProperties properties) {
        if (request.protocolLevel() >= 5) {
            return Duration.ofSeconds(Properties5.integer(properties, Properties5.SESSION_EXPIRY_INTERVAL, 0));
        }
        return request.cleanStart() ? Duration.ZERO : SessionStore.FOR_EVER;
    }

    private static @Nullable Message will(MqttConnectMessage packet) {
        String topic = packet.payload().willTopic();
        if (!packet.variableHeader().isWillFlag() || topic == null || !TopicFilters.isValidName(topic)) {
            return null;
        }
        return Message.of(
                topic,
                packet.payload().willMessageInBytes(),
                packet.variableHeader().willQos(),
                packet.variableHeader().isWillRetain(),
                Properties5.passedOn(packet.payload().willProperties()));
    }

    private MqttProperties connAckProperties(
            ConnectRequest request, Login.Accepted login, BrokerTraits traits, MqttConnectMessage packet) {
        MqttProperties properties = new MqttProperties();
        if (request.protocolLevel() < 5) {
            return properties;
        }
        long expiry =
                Properties5.integer(packet.variableHeader().properties(), Properties5.SESSION_EXPIRY_INTERVAL, -1);
        if (expiry >= 0) {
            Properties5.add(properties, Properties5.SESSION_EXPIRY_INTERVAL, (int) expiry);
        }
        if (login.keepAliveSeconds() != request.keepAliveSeconds()) {
            Properties5.add(properties, Properties5.SERVER_KEEP_ALIVE, login.keepAliveSeconds());
        }
        if (request.clientId().isEmpty()) {
            Properties5.add(
                    properties,
                    Properties5.ASSIGNED_CLIENT_IDENTIFIER,
                    broker.rules().assignedClientId(login));
        }
        if (traits.maximumQos() < 2) {
            Properties5.add(properties, Properties5.MAXIMUM_QOS, traits.maximumQos());
        }
        if (!traits.retain()) {
            Properties5.add(properties, Properties5.RETAIN_AVAILABLE, 0);
        }
        Properties5.add(properties, Properties5.SUBSCRIPTION_IDENTIFIER_AVAILABLE, 0);
        if (!broker.rules().offersSharedSubscriptions()) {
            Properties5.add(properties, Properties5.SHARED_SUBSCRIPTION_AVAILABLE, 0);
        }
        return properties;
    }
}
