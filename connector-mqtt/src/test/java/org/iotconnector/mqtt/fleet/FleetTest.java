package org.iotconnector.mqtt.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.fleet.Fleet;
import org.iotconnector.core.fleet.FleetSummary;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.VirtualTime;
import org.iotconnector.core.thing.Values;
import org.iotconnector.mqtt.MqttConfig;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.ConnectRequest;
import org.iotconnector.tck.Script;
import org.iotconnector.tck.ScriptedTransports;
import org.iotconnector.tck.SubscribeRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FleetTest {
    /** Lets everybody in but those whose name begins with "bad", and acknowledges nothing. */
    private final ScriptedTransports transports = new ScriptedTransports(new Script() {
        @Override
        public void onConnect(ConnectRequest request) {
            if (request.parameters().clientIdentifier().text().startsWith("bad")) {
                request.fail(Failure.of(FailureKind.CREDENTIAL_REFUSED, "Refused.", "Check the password.", null));
            } else {
                request.accept();
            }
        }

        @Override
        public void onSubscribe(SubscribeRequest request) {
            request.grant();
        }
    });

    private final Connector connector = Connector.builder()
            .transports(transports)
            .time(VirtualTime.create())
            .build();
    private final Fleet fleet = Fleet.over(connector);

    @AfterEach
    void close() {
        fleet.close(Duration.ZERO);
        connector.close(Duration.ZERO);
    }

    private static MqttConfig config(String name, Duration keepAlive) {
        return MqttConfig.builder()
                .endpoint("mqtt://broker.invalid:1883")
                .deviceName(name)
                .keepAlive(keepAlive)
                .build();
    }

    private static MqttConfig config(String name) {
        return config(name, Duration.ofMinutes(1));
    }

    private int connections() {
        return transports.all().size();
    }

    @Test
    void devices_opened_areThereByNameAndCounted() {
        assertThat(fleet.open(List.of(config("a"), config("bad-1"), config("bad-2"))))
                .isEmpty();

        assertThat(fleet.ids()).containsExactly("a", "bad-1", "bad-2");
        assertThat(fleet.get("a").orElseThrow().isOnline()).isTrue();
        FleetSummary summary = fleet.summary();
        assertThat(summary.online()).isOne();
        assertThat(summary.count(SessionPhase.WAITING)).isEqualTo(2);
        assertThat(summary.failures()).singleElement().satisfies(failing -> {
            assertThat(failing.devices()).isEqualTo(2);
            assertThat(failing.device()).isEqualTo("bad-1");
            assertThat(failing.failure().advice()).isEqualTo("Check the password.");
        });
        assertThat(summary).hasToString("3 devices: 1 ONLINE, 2 WAITING (2 CREDENTIAL_REFUSED)");
    }

    @Test
    void device_ofANameThatIsTaken_isReportedAndTheRestIsAdded() {
        assertThat(fleet.open(List.of(config("a"), config("a"), config("b"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.place()).isEqualTo("a");
                    assertThat(problem.message()).contains("already");
                });
        assertThat(fleet.ids()).containsExactly("a", "b");
    }

    @Test
    void device_replacedByAnotherConfiguration_endsAndIsOpenedAnew() {
        Device old = fleet.add(config("a"));

        Device replaced = Await.value(fleet.replace(config("a", Duration.ofMinutes(2))));

        assertThat(replaced).isNotSameAs(old).isSameAs(fleet.get("a").orElseThrow());
        assertThat(old.session().state().phase()).isEqualTo(SessionPhase.CLOSED);
        assertThat(connections()).isEqualTo(2);
    }

    @Test
    void device_replacedByAnEqualConfiguration_goesOn() {
        Device device = fleet.add(config("a"));

        assertThat(Await.value(fleet.replace(config("a")))).isSameAs(device);
        assertThat(connections()).isOne();
    }

    @Test
    void device_removed_endsAndIsForgotten() {
        Device device = fleet.add(config("a"));

        assertThat(Await.value(fleet.remove("a"))).isTrue();

        assertThat(fleet.get("a")).isEmpty();
        assertThat(device.session().state().phase()).isEqualTo(SessionPhase.CLOSED);
        assertThat(Await.value(fleet.remove("a"))).isFalse();
    }

    @Test
    void update_toAnotherList_changesOnlyWhatDiffers() {
        fleet.open(List.of(config("stays"), config("goes"), config("changes")));
        Device stays = fleet.get("stays").orElseThrow();

        assertThat(Await.value(fleet.update(
                        List.of(config("stays"), config("changes", Duration.ofMinutes(2)), config("comes")))))
                .isEmpty();

        assertThat(fleet.ids()).containsExactlyInAnyOrder("stays", "changes", "comes");
        assertThat(fleet.get("stays")).containsSame(stays);
        assertThat(connections()).isEqualTo(5);
    }

    @Test
    void listener_hearsOfEveryDevice_oldAndNew() {
        Map<String, SessionPhase> heard = new ConcurrentHashMap<>();
        fleet.add(config("a"));

        fleet.onState((device, state) -> heard.put(device.id(), state.phase()));
        fleet.add(config("b"));

        Await.until("both are heard", () -> heard.equals(Map.of("a", SessionPhase.ONLINE, "b", SessionPhase.ONLINE)));
    }

    @Test
    void close_whileMessagesAreUnacknowledged_endsByItsDeadlineAndAbandonsThem() {
        Device device = fleet.add(config("a"));
        device.report(Values.of("t", 1));

        assertThat(fleet.close(Duration.ofMillis(10))).isFalse();
        assertThat(connector.close(Duration.ofMillis(10))).isFalse();

        assertThat(device.session().state().phase()).isEqualTo(SessionPhase.CLOSED);
        assertThat(device.session().ledger().abandoned()).isOne();
    }

    @Test
    void add_afterClose_isRefused() {
        fleet.close();

        assertThatThrownBy(() -> fleet.add(config("a"))).isInstanceOf(IllegalStateException.class);
    }
}
