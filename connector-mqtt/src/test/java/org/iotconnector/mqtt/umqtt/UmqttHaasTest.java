package org.iotconnector.mqtt.umqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.iotconnector.core.Connector;
import org.iotconnector.core.DeviceConfigs;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the {@code umqtt} of HaaS adds. */
class UmqttHaasTest extends UmqttBench {
    @Test
    void reconn_always_isBuiltIn() {
        MqttSession session = online();

        // tag::reconn_true[]
        session.subscribe("lamp-1/cmd", message -> heard.add(message.text()));
        // end::reconn_true[]
        broker.awaitSubscribed("lamp-1/cmd", Await.LIMIT);
        broker.dropAllConnections();

        Await.until("it is back", () -> broker.counters().connectsAccepted() == 2);
        send("lamp-1/cmd", "on");
        Await.until("it came", () -> heard.contains("on"));
    }

    @Test
    void reconn_whenNotWanted_endsWithTheFirstLoss() {
        MqttSession session = online();

        // tag::reconn_false[]
        session.onState(state -> {
            if (state.phase() == SessionPhase.WAITING) {
                session.close();
            }
        });
        // end::reconn_false[]
        broker.stopListening();

        awaitPhase(session, SessionPhase.CLOSED);
    }

    @Test
    void version4_always_isTheDefault() {
        assertThat(parameters.build().version()).isEqualTo(MqttVersion.V3_1_1);

        // tag::version4[]
        parameters.version(MqttVersion.V3_1_1);
        // end::version4[]

        online();
        assertThat(broker.connections().get(0).protocol()).isEqualTo("3.1.1");
    }

    @Test
    void version5_whenAskedFor_isSpoken() {
        // tag::version5[]
        parameters.version(MqttVersion.V5);
        // end::version5[]

        online();
        assertThat(broker.connections().get(0).protocol()).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from-umqtt.md", "from-umqtt.zh-CN.md"})
    void version3_always_isRefusedWithTheReasonOnThePage(String page, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("lamp.yaml"),
                "platform: mqtt\nendpoint: " + server + "\ndeviceName: lamp-1\nmqttVersion: \"3.1\"\n");
        String reason =
                "MQTT 3.1 is not spoken here: its client identifiers end at 23 characters and it cannot refuse a"
                        + " subscription; use 3.1.1, which every platform takes.";

        ThrowingCallable load = () -> {
            // tag::version3[]
            DeviceConfigs.load(file);
            // end::version3[]
        };

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(load)
                .withMessageContaining(reason);
        assertThat(MqttVersion.values()).containsExactly(MqttVersion.V3_1_1, MqttVersion.V5);
        assertThat(Files.readString(Path.of("../docs", page))).contains(reason);
    }

    @Test
    void errorCallback_onALoss_isToldTheReason() {
        MqttSession session = online();

        // tag::error_register_cb[]
        session.onState(state -> state.failure().ifPresent(failure -> heard.add(failure.explain())));
        // end::error_register_cb[]
        broker.stopListening();

        Await.until("it is told", () -> !heard.isEmpty());
        assertThat(heard.get(0)).isNotBlank();
    }

    @Test
    void mqttsta_atEveryStage_isThePhase() {
        MqttSession session = online();

        // tag::get_mqttsta[]
        SessionPhase phase = session.state().phase();
        // end::get_mqttsta[]

        assertThat(phase).isEqualTo(SessionPhase.ONLINE);
        broker.stopListening();
        Await.until("it is lost", () -> !session.state().phase().connected());
        session.close();
        assertThat(session.state().phase()).isEqualTo(SessionPhase.CLOSED);
    }

    @Test
    void close_withConnectAfterIt_isANewSessionHere() {
        MqttSession session = online();
        session.close();

        // tag::close[]
        MqttSession next = connector.session(config());
        // end::close[]

        next.awaitOnline(Await.LIMIT);
        assertThat(session.state().phase()).isEqualTo(SessionPhase.CLOSED);
    }

    @Test
    void disconnect_ofEverything_freesTheThreads() {
        Connector connector = Connector.create();
        MqttSession session = connector.session(config());
        session.awaitOnline(Await.LIMIT);

        // tag::haas_disconnect[]
        connector.close();
        // end::haas_disconnect[]

        assertThat(session.state().phase()).isEqualTo(SessionPhase.CLOSED);
        broker.await("it is gone", () -> broker.connections().isEmpty(), Await.LIMIT);
    }

    @Test
    void disconnect_fromAHandler_doesNotWait() {
        MqttSession session = online();

        // tag::close_async[]
        session.closeAsync().thenRun(() -> heard.add("closed"));
        // end::close_async[]

        Await.until("it is closed", () -> heard.contains("closed"));
        assertThat(session.state().phase()).isEqualTo(SessionPhase.CLOSED);
    }
}
