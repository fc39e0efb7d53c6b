package org.iotconnector.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.ServiceResult;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MessageProperties;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Values;
import org.iotconnector.mqtt.sys.BrokerMonitor;
import org.iotconnector.mqtt.sys.BrokerStatus;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Devices on a real Mosquitto. */
@Timeout(60)
class MqttBrokerTest {
    private final Mosquitto broker = Mosquitto.open();
    private final Connector connector = Connector.create();
    private final MqttSession other = connector.session(SessionConfig.of(
            ConnectParameters.builder(Endpoint.parse(broker.uri()), ClientIdentifier.of("other"))
                    .build(),
            SessionOptions.standard()));

    @AfterEach
    void close() {
        connector.close();
        broker.close();
    }

    private MqttConfigBuilder lamp() {
        return MqttConfig.builder().endpoint(broker.uri()).deviceName("lamp-1");
    }

    private Device open(MqttConfig config, List<Values> sets) {
        Device device = connector.open(
                config,
                opened -> opened.onSet(values -> {
                    sets.add(values);
                    return SetResult.done();
                }));
        device.awaitOnline(Await.LIMIT);
        return device;
    }

    private void publish(String topic, String payload) {
        Await.value(other.publish(Publication.text(topic, payload)).acknowledged());
    }

    @ParameterizedTest
    @EnumSource(MqttVersion.class)
    void device_onATopicOfItsOwn_doesNotObeyItsReports(MqttVersion version) {
        List<Values> sets = new CopyOnWriteArrayList<>();
        Device device = open(
                lamp().mqttVersion(version)
                        .commandTopic("{deviceName}/{property}")
                        .build(),
                sets);

        Await.value(device.report(Values.of("Level", 7)).acknowledged());
        publish("lamp-1/Level", "8");

        Await.until("the command came", () -> !sets.isEmpty());
        assertThat(sets).containsExactly(Values.of("Level", 8));
    }

    @Test
    void service_whenCalled_isAnswered() {
        Device device = open(lamp().build(), new CopyOnWriteArrayList<>());
        device.onService("Blink", input -> ServiceResult.of(Values.of("done", input.integer("times"))));
        CompletableFuture<String> answer = new CompletableFuture<>();
        Await.value(other.subscribe("lamp-1/service/Blink/reply", message -> answer.complete(message.text()))
                .result());
        Await.until("it is subscribed", () -> device.isOnline());
        Await.value(device.session().subscribe("x", message -> {}).result());

        publish("lamp-1/service/Blink", "{\"times\":3}");

        assertThat(Await.value(answer)).isEqualTo("{\"code\":200,\"message\":\"success\",\"output\":{\"done\":3}}");
    }

    @Test
    void commands_ofAGroup_areEachCarriedOutOnce() {
        List<Values> first = new CopyOnWriteArrayList<>();
        List<Values> second = new CopyOnWriteArrayList<>();
        open(lamp().clientId("worker-1").shareGroup("workers").build(), first);
        open(lamp().clientId("worker-2").shareGroup("workers").build(), second);

        for (int i = 0; i < 6; i++) {
            publish("lamp-1/Level/set", Integer.toString(i));
        }

        Await.until("all came", () -> first.size() + second.size() == 6);
        assertThat(first).hasSize(3);
        assertThat(second).hasSize(3);
    }

    @Test
    void device_thatIsLost_isOfflineByTheWill() {
        try (MqttGate gate = new MqttGate(broker.port())) {
            List<String> said = new CopyOnWriteArrayList<>();
            Await.value(other.subscribe("lamp-1/status", message -> said.add(message.text()))
                    .result());
            open(
                    lamp().endpoint(gate.uri())
                            .availabilityTopic("{deviceName}/status")
                            .build(),
                    new CopyOnWriteArrayList<>());
            Await.until("it is there", () -> said.contains("online"));

            gate.shut();

            Await.until("it is lost", () -> said.contains("offline"));
        }
    }

    @Test
    void twoPrograms_withOneClientIdentifier_areNamed() {
        Connector second = Connector.create();
        try {
            SessionOptions quick = SessionOptions.builder()
                    .reconnect(ReconnectPolicy.standard().withDelays(Duration.ofMillis(20), Duration.ofMillis(100)))
                    .build();
            MqttConfig config = lamp().session(quick).build();
            Device one = connector.open(config);
            Device two = second.open(config);

            Await.until("one of the two is told", () -> isDuplicate(one) || isDuplicate(two));
        } finally {
            second.close();
        }
    }

    @Test
    void service_calledTheMqtt5Way_isAnsweredToItsCaller() {
        Device device = connector.open(
                lamp().mqttVersion(MqttVersion.V5).build(),
                opened -> opened.onService(
                        "Blink", input -> ServiceResult.of(Values.of("times", input.integer("times")))));
        device.awaitOnline(Await.LIMIT);
        MqttSession caller = connector.session(SessionConfig.of(
                ConnectParameters.builder(Endpoint.parse(broker.uri()), ClientIdentifier.of("caller"))
                        .version(MqttVersion.V5)
                        .build(),
                SessionOptions.standard()));
        MessageProperties wanted = MessageProperties.NONE
                .withResponseTopic(TopicName.of("caller/answers"))
                .withCorrelationData(Bytes.ofUtf8("call 7"));

        Message answer = Await.value(caller.exchange(
                Publication.text("lamp-1/service/Blink", "{\"times\":3}").with(wanted),
                Subscription.atLeastOnce("caller/answers"),
                message -> message.properties().correlationData().equals(wanted.correlationData()),
                Await.LIMIT));

        assertThat(answer.text()).contains("\"code\":200", "\"times\":3");
    }

    private static boolean isDuplicate(Device device) {
        return device.session()
                .state()
                .failure()
                .filter(failure -> failure.kind() == FailureKind.DUPLICATE_CLIENT)
                .isPresent();
    }

    @Test
    void monitor_ofMosquitto_readsItsStatus() {
        List<String> loads = new CopyOnWriteArrayList<>();
        BrokerMonitor monitor = BrokerMonitor.open(other, (topic, value) -> {
            if (topic.startsWith("$SYS/broker/load/connections/")) {
                loads.add(topic);
            }
        });

        Await.until(
                "all of it was said",
                () -> monitor.status()
                                .load("connections", BrokerStatus.Window.FIFTEEN_MINUTES)
                                .isPresent()
                        && monitor.status().connectedClients().orElse(0) > 0);

        BrokerStatus status = monitor.status();
        assertThat(Await.value(monitor.granted())).isTrue();
        assertThat(status.software()).isEqualTo(BrokerStatus.Software.MOSQUITTO);
        assertThat(status.version().orElseThrow()).startsWith("mosquitto version");
        assertThat(status.uptime()).isPresent();
        assertThat(status.retainedMessages()).isPresent();
        assertThat(loads).contains("$SYS/broker/load/connections/1min", "$SYS/broker/load/connections/5min");
    }

    @Test
    void wrongPassword_onARealBroker_isNamed() {
        try (Mosquitto strict = Mosquitto.closed()) {
            Device device = connector.open(
                    lamp().endpoint(strict.uri()).clientId("stranger").build());

            Await.until(
                    "it is refused", () -> device.session().state().failure().isPresent());

            assertThat(device.session().state().failure().orElseThrow().kind())
                    .isEqualTo(FailureKind.CREDENTIAL_REFUSED);
            assertThat(device.session().state().failure().orElseThrow().explain())
                    .contains("allow_anonymous");
        }
    }
}
