package org.iotconnector.samples.classics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.iotconnector.core.Connector;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.samples.common.CapturedOutput;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.mqtt.MqttSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExercisesTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @RegisterExtension
    final CapturedOutput output = new CapturedOutput();

    private final Simulator simulator = Simulator.builder()
            .mqtt(settings -> settings.sysInterval(Duration.ofSeconds(1)))
            .easyiot(settings -> settings.account("iot-id", "iot-pwd", "lamptopic"))
            .start();
    private final MqttSimulator mqtt = simulator.mqtt();
    private final Broker broker = Broker.open(mqtt.mqttUri().toString(), "test");
    private final Connector connector = Connector.create();

    @AfterEach
    void end() {
        connector.close();
        simulator.close();
    }

    private MqttSession session(String role) {
        return broker.connect(connector, role);
    }

    private void awaitPublished(String topic, String text) {
        mqtt.awaitReceived(m -> m.topic().equals(topic) && m.text().equals(text), LIMIT);
    }

    private void say(String topic, String text) {
        mqtt.awaitSubscribed(topic, LIMIT);
        mqtt.publish(topic, text, 1, false);
    }

    @Test
    void subscribe_liveAndRetainedMessages_printsBothAndSaysWhich() throws Exception {
        mqtt.publish("/public/old", "kept", 1, true);

        new SubscribeAndPrint(session("subscribe"), "/public/#");
        say("/public/new", "hello");

        assertThat(output.textWith("/public/new: hello", LIMIT))
                .contains("/public/old: kept (retained)")
                .contains("/public/new: hello" + System.lineSeparator());
    }

    @Test
    void publish_once_returnsWhenTheBrokerHasIt() {
        new PublishOnce(session("publish"), Publication.text("/public/hello", "hello")).step();

        assertThat(mqtt.received())
                .singleElement()
                .satisfies(message -> assertThat(message.text()).isEqualTo("hello"));
        assertThat(output.text()).contains("published to /public/hello");
    }

    @Test
    void led_onToggleAndNonsense_keepsItsStateOnTheBroker() throws Exception {
        new Led(session("led"), "/public/led");

        say("/public/led", "on");
        say("/public/led", "blink");
        awaitPublished("/public/led/state", "on");
        say("/public/led", "toggle");
        awaitPublished("/public/led/state", "off");

        assertThat(mqtt.retained("/public/led/state")).contains("off");
        assertThat(output.text()).contains("led is on", "led does not know [blink]", "led is off");
    }

    @Test
    void adc_eachStep_publishesOneReading() {
        AdcReporter adc = new AdcReporter(
                session("adc"), "/public/adc", IntStream.of(17, 1023).iterator()::nextInt);

        adc.step();
        adc.step();

        awaitPublished("/public/adc", "17");
        awaitPublished("/public/adc", "1023");
        assertThat(adc.period()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void sys_brokerThatTells_printsWhatItSays() throws Exception {
        new SysMonitor(session("sys"));

        assertThat(output.textWith("broker version = ", LIMIT)).contains("broker version = ");
    }

    @Test
    void command_everyWord_answersOnAfter() {
        new CommandDevice(session("command"), "board7", () -> 21);

        say("board7", "on");
        awaitPublished("board7After", "on-1");
        say("board7", "toggle");
        awaitPublished("board7After", "on-0");
        say("board7", "getTH");

        awaitPublished("board7After", "t=21");
    }

    @Test
    void command_connectionLost_connectsAgainAndObeys() {
        CommandDevice device = new CommandDevice(session("command"), "board7", () -> 21);
        mqtt.awaitSubscribed("board7", LIMIT);

        mqtt.dropAllConnections();
        say("board7", "off");

        awaitPublished("board7After", "on-0");
        assertThat(device.period()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void easyIotLamp_buttonsOfTheSite_switchIt() throws Exception {
        Broker easyIot = Broker.open(simulator.easyiot().mqttUri().toString(), "test");
        new EasyIotLamp(connector, easyIot, "iot-id", Secret.of("iot-pwd"), "lamptopic");
        simulator.easyiot().device("lamptopic").awaitSubscribed(LIMIT);

        simulator.easyiot().device("lamptopic").send("on");
        simulator.easyiot().device("lamptopic").send("off");

        assertThat(output.textWith("lamp is off", LIMIT)).contains("lamp is on", "lamp is off");
        assertThat(simulator.easyiot().connections())
                .singleElement()
                .satisfies(lamp -> assertThat(lamp.keepAliveSeconds()).isEqualTo(30));
    }

    @Test
    void count_pairWithAGap_noticesWhatIsMissing() throws Exception {
        new CountingSubscriber(session("hears"), "/public/count");
        mqtt.awaitSubscribed("/public/count", LIMIT);
        CountingPublisher publisher = new CountingPublisher(session("counts"), "/public/count");

        publisher.step();
        publisher.step();
        output.textWith("subscriber hears 2", LIMIT);
        say("/public/count", "5");

        assertThat(output.textWith("hears 5 and missed 2", LIMIT))
                .contains("subscriber hears 1", "subscriber hears 2", "subscriber hears 5 and missed 2");
        assertThat(publisher.period()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void greet_twoWhoAnswerEachOther_comeToAnEnd() throws Exception {
        new Greeter(session("anna"), "Anna", "/public/anna", "/public/ben", 2);
        Greeter ben = new Greeter(session("ben"), "Ben", "/public/ben", "/public/anna", 2);
        mqtt.awaitSubscribed("/public/anna", LIMIT);
        mqtt.awaitSubscribed("/public/ben", LIMIT);

        ben.begin();

        assertThat(output.textWith("Anna has said enough", LIMIT)).contains("Anna hears: hello, I am Ben");
        assertThat(mqtt.received()).hasSize(5);
    }

    @Test
    void wildcards_everyTopic_goesThroughTheFiltersThatMatch() throws Exception {
        WildcardTour tour = new WildcardTour(session("tour"));
        mqtt.awaitSubscribed("/Sensor/humidity/room1", LIMIT);

        for (int i = 0; i < 5; i++) {
            tour.step();
        }
        awaitPublished("/Sensor/humidity/room2", "21");
        output.textWith("/Sensor/+/room1 lets through /Sensor/humidity/room1", LIMIT);

        assertThat(output.textWith("/Sensor/temperature/# lets through /Sensor/temperature/room2/window", LIMIT))
                .contains("/Sensor/temperature/# lets through /Sensor/temperature" + System.lineSeparator())
                .contains("/Sensor/temperature/# lets through /Sensor/temperature/room1")
                .contains("/Sensor/+/room1 lets through /Sensor/temperature/room1")
                .contains("/Sensor/+/room1 lets through /Sensor/humidity/room1")
                .doesNotContain("humidity/room2");
    }

    @Test
    void sleepy_messageWhileAsleep_isFetchedOnWaking() throws Exception {
        SleepyDevice device = new SleepyDevice(connector, broker, "/public/sleepy", () -> 81);
        device.step();

        mqtt.publish("/public/sleepy/set", "measure more often", 1, false);
        device.step();

        assertThat(output.text()).containsSubsequence("device sleeps", "device is told measure more often");
        mqtt.await("asleep", () -> mqtt.connections().isEmpty(), LIMIT);
        awaitPublished("/public/sleepy", "81");
    }

    @Test
    void range_outageBetweenMessages_losesNoneAndCountsIt() throws Exception {
        RangeTest range = new RangeTest(session("range"), "/public/range");
        range.step();
        output.textWith("message 1 arrived", LIMIT);

        mqtt.stopListening();
        output.textWith("outage 1", LIMIT);
        range.step();
        mqtt.startListening();

        assertThat(output.textWith("message 2 arrived", LIMIT)).contains("sent 2, arrived 2, resends 0, outages 1");
    }

    @Test
    void range_twoShortOutages_countsBoth() throws Exception {
        RangeTest range = new RangeTest(session("range"), "/public/range");

        mqtt.dropAllConnections();
        output.textWith("outage 1", LIMIT);
        mqtt.await("back", () -> !mqtt.connections().isEmpty(), LIMIT);
        range.step();
        output.textWith("message 1 arrived", LIMIT);
        mqtt.dropAllConnections();

        assertThat(output.textWith("outage 2", LIMIT)).contains("outage 2; sent 1, arrived 1, resends 0, outages 2");
    }

    @Test
    void range_acknowledgementLostWithTheLine_countsAResend() throws Exception {
        RangeTest range = new RangeTest(session("range"), "/public/range");
        mqtt.inject("test-range", new Fault.DropOnPublish(1, 1));

        range.step();

        assertThat(output.textWith("message 1 arrived", LIMIT)).contains("sent 1, arrived 1, resends 1, outages 1");
    }

    @Test
    void presence_deviceThatIsLost_isShownOfflineAndThenOnlineAgain() {
        new Presence(connector, broker, "/public/presence");
        mqtt.await("online", () -> mqtt.retained("/public/presence").equals(Optional.of("online")), LIMIT);

        mqtt.stopListening();
        mqtt.await("offline", () -> mqtt.retained("/public/presence").equals(Optional.of("offline")), LIMIT);
        mqtt.startListening();

        mqtt.await("online again", () -> mqtt.retained("/public/presence").equals(Optional.of("online")), LIMIT);
    }

    @Test
    void presence_end_saysGoodbyeItself() {
        Presence presence = new Presence(connector, broker, "/public/presence");
        mqtt.await("online", () -> mqtt.retained("/public/presence").equals(Optional.of("online")), LIMIT);

        presence.end();

        assertThat(mqtt.retained("/public/presence")).contains("offline");
    }
}
