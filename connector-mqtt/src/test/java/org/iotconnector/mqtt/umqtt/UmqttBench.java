package org.iotconnector.mqtt.umqtt;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iotconnector.core.Connector;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.simulator.ReceivedMessage;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.mqtt.MqttAccess;
import org.iotconnector.simulator.mqtt.MqttAclEntry;
import org.iotconnector.simulator.mqtt.MqttRule;
import org.iotconnector.simulator.mqtt.MqttSimulator;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/**
 * A connector and a broker, which knows one user, lets anonymous clients in, and keeps all but {@code lamp-1/…} closed. Each
 * piece between a {@code tag} and its {@code end} stands in docs/from-umqtt.md, to the letter but for white space.
 */
@Timeout(60)
abstract class UmqttBench {
    static final String PASSWORD = "k9WmZq3TfLx7RvB2";

    private static final SessionOptions QUICK = SessionOptions.builder()
            .reconnect(ReconnectPolicy.standard().withDelays(Duration.ofMillis(20), Duration.ofMillis(100)))
            .build();

    final Simulator simulator = Simulator.builder()
            .mqtt(settings -> settings.user("lamp-1", PASSWORD)
                    .acl(MqttAclEntry.forAll(MqttAccess.READWRITE, "lamp-1/#"))
                    .rule(MqttRule.DENY_SUBSCRIBE, true))
            .start();

    final MqttSimulator broker = simulator.mqtt();
    final String server = broker.mqttUri().toString();
    final Connector connector = Connector.create();
    ConnectParameters.Builder parameters =
            ConnectParameters.builder(Endpoint.parse(server), ClientIdentifier.of("lamp-1"));
    final List<String> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void closeAll() {
        connector.close();
        simulator.close();
    }

    SessionConfig config() {
        return SessionConfig.of(parameters.build(), QUICK);
    }

    MqttSession online() {
        MqttSession session = connector.session(config());
        session.awaitOnline(Await.LIMIT);
        return session;
    }

    ReceivedMessage received(String topic) {
        return broker.awaitReceived(message -> message.topic().equals(topic), Await.LIMIT);
    }

    void send(String topic, String payload) {
        broker.awaitSubscribed(topic, Await.LIMIT);
        broker.publish(topic, payload, 1, false);
    }

    static void awaitPhase(MqttSession session, SessionPhase phase) {
        Await.until("the session is " + phase, () -> session.state().phase() == phase);
    }
}
