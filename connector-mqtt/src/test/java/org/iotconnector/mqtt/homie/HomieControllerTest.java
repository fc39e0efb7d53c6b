package org.iotconnector.mqtt.homie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.ReplyTimeoutException;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.thing.Values;
import org.iotconnector.mqtt.Models;
import org.iotconnector.mqtt.Mosquitto;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class HomieControllerTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Mosquitto broker = Mosquitto.open();
    private final Connector connector = Connector.create();
    private final MqttSession session = session("controller");
    private final HomieEvents seen = new HomieEvents();
    private final HomieController controller = HomieController.open(session, seen);

    private MqttSession session(String clientId) {
        return connector.session(SessionConfig.of(
                ConnectParameters.builder(Endpoint.parse(broker.uri()), ClientIdentifier.of(clientId))
                        .build(),
                SessionOptions.standard()));
    }

    @AfterEach
    void close() {
        controller.close();
        connector.close();
        broker.close();
    }

    private HomieConfig lamp(HomieVersion version) {
        return HomieConfig.builder()
                .endpoint(broker.uri())
                .device("lamp-1")
                .homieVersion(version)
                .thingModel(Models.lamp())
                .build();
    }

    /** The one device class: it knows nothing of versions. */
    private Device run(HomieConfig config) {
        Device device = connector.open(config);
        device.onSet(values -> {
            device.report(values);
            return SetResult.done();
        });
        device.awaitOnline(LIMIT);
        return device;
    }

    private void keep(String topic, String payload) {
        Await.value(
                session.publish(Publication.text(topic, payload).asRetained()).acknowledged());
    }

    @ParameterizedTest
    @EnumSource(HomieVersion.class)
    void device_ofEachVersion_isFoundFollowedAndSet(HomieVersion version) {
        Device device = run(lamp(version));
        seen.await("found lamp-1");
        Await.until("it is ready", () -> state("lamp-1").equals("ready"));

        device.report(Values.of("Power", 12.5));
        HomieSetResult result = Await.value(controller.set("lamp-1", "main", "level", "42", LIMIT));

        seen.await("value main/power 12.5");
        seen.await("value main/level 42");
        assertThat(result.confirmation())
                .as("%s", seen.events)
                .isEqualTo(
                        version == HomieVersion.V5
                                ? HomieSetResult.Confirmation.TARGET
                                : HomieSetResult.Confirmation.VALUE);
        HomieProperty level = controller
                .device("lamp-1")
                .orElseThrow()
                .property("main", "level")
                .orElseThrow();
        assertThat(level.datatype()).isEqualTo(HomieDatatype.INTEGER);
        assertThat(level.format()).isEqualTo("0:100");
        assertThat(level.unit()).isEqualTo("%");
        assertThat(level.value()).contains("42");
    }

    private String state(String id) {
        return controller.device(id).map(HomieDevice::state).orElse("");
    }

    @ParameterizedTest
    @EnumSource(HomieVersion.class)
    void device_thatIsKilled_isSeenLostThroughTheWill(HomieVersion version) throws IOException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledDevice.class.getName(),
                        broker.uri(),
                        version.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Await.until("its value is there", () -> seen.events.contains("value main/level 1"));

            process.destroyForcibly().onExit().join();

            seen.await("state victim lost");
            seen.await("lost victim");
            assertThat(controller.isLost(controller.device("victim").orElseThrow()))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void device_thatIsClosed_isDisconnectedAndNotLost() {
        Device device = run(lamp(HomieVersion.V5));
        seen.await("found lamp-1");

        device.close();

        seen.await("state lamp-1 disconnected");
        assertThat(seen.events).doesNotContain("lost lamp-1");
    }

    @ParameterizedTest
    @EnumSource(HomieVersion.class)
    void device_thatIsRemoved_isGoneAndLeavesNothing(HomieVersion version) {
        HomieConfig config = lamp(version);
        Device device = run(config);
        Await.value(device.report(Values.of("Level", 1)).acknowledged());
        seen.await("value main/level 1");
        device.close();

        Await.value(HomieRemoval.run(connector, config));

        seen.await("removed lamp-1");
        assertThat(controller.devices()).isEmpty();
        List<String> left = new CopyOnWriteArrayList<>();
        MqttSession late = session("late");
        Await.value(
                late.subscribe("homie/#", message -> left.add(message.topic().text()))
                        .result());
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        Await.value(late.subscribe("end", message -> end.complete(true)).result());
        late.publish(Publication.text("end", "x"));
        Await.value(end);
        assertThat(left).isEmpty();
    }

    @Test
    void announcements_ofVersion5_areHeard() {
        HomieConfig config = lamp(HomieVersion.V5);
        HomieAnnouncements says = HomieAnnouncements.of(run(config), config);
        seen.await("found lamp-1");

        says.alert("hot", "90 degrees");
        says.clearAlert("hot");
        says.log(HomieAnnouncements.Level.INFO, "all is well");
        says.state(HomieState.SLEEPING);

        seen.await("alert hot 90 degrees");
        seen.await("alert hot -");
        seen.await("log info all is well");
        seen.await("state lamp-1 sleeping");
    }

    @Test
    void broadcast_always_reachesTheDevice() {
        HomieConfig config = lamp(HomieVersion.V5);
        Device device = run(config);
        CompletableFuture<String> heard = new CompletableFuture<>();
        HomieAnnouncements.of(device, config).onBroadcast((level, text) -> heard.complete(level + " " + text));
        Await.until("it is subscribed", () -> device.session().state().phase().connected());
        Await.value(device.session().subscribe("x", message -> {}).result());

        session.publish(Publication.text("homie/5/$broadcast/security/alert", "fire"));

        assertThat(Await.value(heard)).isEqualTo("security/alert fire");
    }

    @Test
    void tree_ofVersion4_isShownOnlyWhenAllIsThere() {
        keep("homie/radio/$homie", "4.0.0");
        keep("homie/radio/$state", "ota");
        keep("homie/radio/$nodes", "main");
        keep("homie/radio/main/$properties", "volume");
        keep("homie/radio/main/volume/$datatype", "integer");
        keep("homie/radio/main/$name", "Main");
        keep("homie/radio/main/$type", "radio");
        keep("homie/radio/$name", "Radio");
        assertThat(controller.device("radio")).isEmpty();

        keep("homie/radio/main/volume/$name", "Volume");

        seen.await("found radio");
        HomieDevice radio = controller.device("radio").orElseThrow();
        assertThat(radio.state()).isEqualTo("ota");
        assertThat(radio.knownState()).isEmpty();
        assertThat(radio.property("main", "volume").orElseThrow().datatype()).isEqualTo(HomieDatatype.INTEGER);
    }

    @Test
    void array_ofVersion3_isANodeForEachElement() {
        keep("homie/strip/$homie", "3.0.1");
        keep("homie/strip/$name", "Strip");
        keep("homie/strip/$state", "ready");
        keep("homie/strip/lights/$name", "Lights");
        keep("homie/strip/lights/$type", "led");
        keep("homie/strip/lights/$array", "0-1");
        keep("homie/strip/lights/$properties", "intensity");
        keep("homie/strip/lights_1/$name", "Back");
        keep("homie/strip/$nodes", "lights[]");

        seen.await("found strip");
        keep("homie/strip/lights_1/intensity", "5");

        seen.await("value lights_1/intensity 5");
        assertThat(controller.device("strip").orElseThrow().nodes())
                .extracting(HomieNode::id, HomieNode::name)
                .containsExactly(tuple("lights_0", "Lights"), tuple("lights_1", "Back"));
    }

    @Test
    void description_withIllegalObjects_isReadWithoutThem() {
        keep("homie/5/gate/$state", "ready");
        keep("homie/5/gate/$description", """
                {"homie":"5.0","version":7,"future":[1],"nodes":{
                 "a":{"properties":{"good":{"datatype":"float"},"bad":{"datatype":"matrix"},"worse":{"datatype":"enum"}}},
                 "B":{"properties":{}}}}""");

        seen.await("found gate");

        HomieDevice gate = controller.device("gate").orElseThrow();
        assertThat(gate.nodes()).extracting(HomieNode::id).containsExactly("a");
        assertThat(gate.nodes().get(0).properties())
                .extracting(HomieProperty::id)
                .containsExactly("good");
    }

    @Test
    void child_ofALostRoot_isLost() {
        keep("homie/5/hub/$description", "{\"homie\":\"5.0\",\"version\":1,\"children\":[\"bulb\"]}");
        keep("homie/5/hub/$state", "ready");
        keep("homie/5/bulb/$description", "{\"homie\":\"5.0\",\"version\":1,\"root\":\"hub\"}");
        keep("homie/5/bulb/$state", "ready");
        seen.await("found hub");
        seen.await("found bulb");

        keep("homie/5/hub/$state", "lost");

        seen.await("lost bulb");
        HomieDevice bulb = controller.device("bulb").orElseThrow();
        assertThat(bulb.state()).isEqualTo("ready");
        assertThat(bulb.parent()).contains("hub");
        assertThat(controller.isLost(bulb)).isTrue();
    }

    @Test
    void set_ofWhatCannotBe_failsWithTheReason() {
        run(lamp(HomieVersion.V5));
        seen.await("found lamp-1");

        assertThat(Await.failure(controller.set("lamp-1", "main", "power", "5", LIMIT)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("cannot be set");
        assertThat(Await.failure(controller.set("lamp-1", "main", "level", "500", LIMIT)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("0:100");
        assertThat(Await.failure(controller.set("lamp-1", "main", "colour", "x", LIMIT)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("no such property");
        assertThat(Await.failure(controller.set("lamp-9", "main", "level", "5", LIMIT)))
                .isInstanceOf(MappingException.class);
    }

    @Test
    void set_thatNobodyTakes_timesOut() {
        keep("homie/5/deaf/$description", """
                {"homie":"5.0","version":1,"nodes":{"a":{"properties":{"b":{"datatype":"float","settable":true}}}}}""");
        keep("homie/5/deaf/$state", "ready");
        seen.await("found deaf");

        assertThat(Await.failure(controller.set("deaf", "a", "b", "1.5", Duration.ofMillis(200))))
                .isInstanceOf(ReplyTimeoutException.class);
    }
}
