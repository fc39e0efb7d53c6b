package org.iotconnector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MessageProperties;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Echo;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;
import org.iotconnector.mqtt.EnumerationForm;
import org.iotconnector.mqtt.Models;
import org.iotconnector.mqtt.MqttConfig;
import org.iotconnector.mqtt.MqttConfigBuilder;
import org.iotconnector.mqtt.PayloadForm;
import org.junit.jupiter.api.Test;

class MqttCodecTest {
    private static final Interest ALL =
            Interest.REPLIES_ONLY.withSets().withService("Blink").withRaw();

    private static MqttConfigBuilder lamp() {
        return MqttConfig.builder().endpoint("mqtt://127.0.0.1:1883").deviceName("lamp-1");
    }

    /** Zigbee2MQTT's way: all in one document on one topic. */
    private static MqttConfigBuilder zigbee() {
        return lamp().payload(PayloadForm.JSON)
                .propertyTopic("zigbee2mqtt/{deviceName}")
                .commandTopic("zigbee2mqtt/{deviceName}/set")
                .booleanWords("ON/OFF");
    }

    private static MqttCodec codec(MqttConfigBuilder builder) {
        return new MqttCodec(builder.build());
    }

    private static List<Outgoing> report(MqttConfigBuilder device, Values values) {
        return codec(device).encode(new Uplink.PropertyReport(values, Optional.empty(), false), 1);
    }

    private static List<String> lines(List<Outgoing> messages) {
        return messages.stream()
                .map(Outgoing::publication)
                .map(it -> it.topic() + " " + new String(it.payload().toArray(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<Downlink> decode(MqttConfigBuilder device, String topic, String payload) {
        return decode(device, topic, payload, false);
    }

    private static List<Downlink> decode(MqttConfigBuilder device, String topic, String payload, boolean retained) {
        return codec(device)
                .decode(new Message(
                        TopicName.of(topic), Bytes.ofUtf8(payload), QualityOfService.AT_LEAST_ONCE, retained));
    }

    private static Values set(MqttConfigBuilder device, String topic, String payload) {
        return ((Downlink.PropertySet) decode(device, topic, payload).get(0)).values();
    }

    @Test
    void report_byDefault_isOneTextOnATopicForEachProperty() {
        List<Outgoing> sent = report(lamp(), Values.of("Light", true, "Level", 7, "Power", 1.5));

        assertThat(lines(sent)).containsExactly("lamp-1/Light true", "lamp-1/Level 7", "lamp-1/Power 1.5");
        assertThat(sent).noneMatch(message -> message.publication().retained());
        assertThat(sent.get(0).properties()).containsExactly("Light");
    }

    @Test
    void report_onTopicsOfOnesOwn_goesThere() {
        MqttConfigBuilder tasmota = lamp().propertyTopics(Map.of("Light", "stat/{deviceName}/POWER"))
                .topicPrefix("/public/q7x2m9k4/")
                .booleanWords("ON/OFF");

        assertThat(lines(report(tasmota, Values.of("Light", false))))
                .containsExactly("/public/q7x2m9k4/stat/lamp-1/POWER OFF");
    }

    @Test
    void report_inOneDocument_hasValuesAtTheirPointers() {
        MqttConfigBuilder device =
                zigbee().pointers(Map.of("Power", "/energy/power")).jsonTemplate("{\"type\":\"lamp\"}");

        List<Outgoing> sent = report(device, Values.of("Light", true, "Power", 1.5));

        assertThat(lines(sent))
                .containsExactly("zigbee2mqtt/lamp-1 {\"type\":\"lamp\",\"Light\":\"ON\",\"energy\":{\"power\":1.5}}");
    }

    @Test
    void report_inADocumentForEach_isTheWholePayload() {
        assertThat(lines(report(lamp().payload(PayloadForm.JSON), Values.of("Note", "a", "Level", 7))))
                .containsExactly("lamp-1/Note \"a\"", "lamp-1/Level 7");
    }

    @Test
    void report_withATime_hasItAtItsPointer() {
        Uplink report = new Uplink.PropertyReport(Values.of("Level", 7), Optional.of(Instant.ofEpochMilli(12)), false);

        assertThat(lines(codec(zigbee().timePointer("/ts")).encode(report, 1)))
                .containsExactly("zigbee2mqtt/lamp-1 {\"Level\":7,\"ts\":12}");
    }

    @Test
    void report_withATimeThatHasNoPlace_isRefused() {
        Uplink report = new Uplink.PropertyReport(Values.of("Level", 7), Optional.of(Instant.EPOCH), false);

        assertThatThrownBy(() -> codec(zigbee()).encode(report, 1)).hasMessageContaining("timePointer");
        assertThatThrownBy(() -> codec(lamp()).encode(report, 1)).hasMessageContaining("no time");
    }

    @Test
    void report_ofARetainedProperty_isKept() {
        List<Outgoing> sent = report(
                lamp().retainedProperties(List.of("Light")).qos(QualityOfService.EXACTLY_ONCE),
                Values.of("Light", true, "Level", 1));

        assertThat(sent).extracting(message -> message.publication().retained()).containsExactly(true, false);
        assertThat(sent.get(0).publication().qos()).isEqualTo(QualityOfService.EXACTLY_ONCE);
    }

    @Test
    void report_ofAnEnumeration_isItsLabelIfWanted() {
        MqttConfigBuilder device = lamp().thingModel(Models.lamp()).enumerations(EnumerationForm.LABEL);

        assertThat(lines(report(device, Values.of("Mode", 0)))).containsExactly("lamp-1/Mode warm");
        assertThat(set(device, "lamp-1/Mode/set", "warm")).isEqualTo(Values.of("Mode", 0));
    }

    @Test
    void report_onATopicThatIsListenedTo_comesBack() {
        MqttConfigBuilder device = lamp().commandTopic("{deviceName}/{property}");

        Outgoing sent = report(device, Values.of("Level", 7)).get(0);

        assertThat(sent.echoes()).containsExactly(new Echo(TopicName.of("lamp-1/Level"), Bytes.ofUtf8("7")));
        assertThat(report(lamp(), Values.of("Level", 7)).get(0).echoes()).isEmpty();
    }

    @Test
    void report_ofANameThatIsNoLevel_isRefusedWithTheRemedy() {
        assertThatThrownBy(() -> report(lamp(), Values.of("a/b", 1)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("topic of its own");
    }

    @Test
    void command_asText_isWhatItLooksLike() {
        assertThat(set(lamp(), "lamp-1/Level/set", "7")).isEqualTo(Values.of("Level", 7));
        assertThat(set(lamp(), "lamp-1/Light/set", "TRUE")).isEqualTo(Values.of("Light", true));
        assertThat(set(lamp(), "lamp-1/Note/set", "007")).isEqualTo(Values.of("Note", "007"));
        assertThat(set(lamp(), "lamp-1/Note/set", "{no json")).isEqualTo(Values.of("Note", "{no json"));
    }

    @Test
    void command_asText_isOfTheModelsType() {
        MqttConfigBuilder device = lamp().thingModel(Models.lamp());

        assertThat(set(device, "lamp-1/Light/set", "1")).isEqualTo(Values.of("Light", true));
        assertThatThrownBy(() -> decode(device, "lamp-1/Level/set", "much"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Level");
    }

    @Test
    void command_inOneDocument_setsWhatIsThere() {
        MqttConfigBuilder device =
                zigbee().thingModel(Models.lamp()).commandPointers(Map.of("Level", "/brightness/value"));

        assertThat(set(device, "zigbee2mqtt/lamp-1/set", "{\"Light\":\"OFF\",\"brightness\":{\"value\":9}}"))
                .isEqualTo(Values.of("Light", false, "Level", 9));
        assertThatThrownBy(() -> decode(device, "zigbee2mqtt/lamp-1/set", "{\"x\":1}"))
                .hasMessageContaining("no property");
    }

    @Test
    void command_inOneDocumentWithoutAModel_setsEveryMember() {
        assertThat(set(zigbee(), "zigbee2mqtt/lamp-1/set", "{\"Light\":\"ON\",\"Level\":9}"))
                .isEqualTo(Values.of("Light", true, "Level", 9));
    }

    @Test
    void command_thatTheBrokerKept_isObeyedUnlessItIsTheOwnReport() {
        MqttConfigBuilder shared =
                lamp().commandTopic("{deviceName}/{property}").retain(true);

        assertThat(decode(lamp(), "lamp-1/Level/set", "7", true)).hasSize(1);
        assertThat(decode(lamp().retainedCommands(false), "lamp-1/Level/set", "7", true))
                .isEmpty();
        assertThat(decode(shared, "lamp-1/Level", "7", true)).isEmpty();
        assertThat(decode(shared, "lamp-1/Level", "7", false)).hasSize(1);
    }

    @Test
    void command_withAReplyTopic_isAnsweredThere() {
        MqttConfigBuilder device = lamp().commandReplyTopic("{deviceName}/{property}/answer");
        Downlink.PropertySet set =
                (Downlink.PropertySet) decode(device, "lamp-1/Level/set", "7").get(0);

        List<Outgoing> answer =
                codec(device).encode(new Uplink.SetReply(set.replyTo().orElseThrow(), 400, "too much"), 1);

        assertThat(lines(answer)).containsExactly("lamp-1/Level/answer {\"code\":400,\"message\":\"too much\"}");
    }

    @Test
    void service_always_repeatsTheRequestIdAsItWas() {
        MqttConfigBuilder device = lamp().requestIdMember("id");
        Downlink.ServiceCall call =
                (Downlink.ServiceCall) decode(device, "lamp-1/service/Blink", "{\"id\":\"a7\",\"times\":3}")
                        .get(0);

        List<Outgoing> answer = codec(device)
                .encode(new Uplink.ServiceReply(call.replyTo().orElseThrow(), 200, "ok", Values.of("done", 3)), 1);

        assertThat(call.input()).isEqualTo(Values.of("times", 3));
        assertThat(lines(answer))
                .containsExactly("lamp-1/service/Blink/reply"
                        + " {\"id\":\"a7\",\"code\":200,\"message\":\"ok\",\"output\":{\"done\":3}}");
    }

    @Test
    void event_always_isAnObject() {
        Uplink event = new Uplink.EventReport("Overheat", Values.of("degrees", 90), Optional.empty(), false);

        assertThat(lines(codec(lamp()).encode(event, 1))).containsExactly("lamp-1/event/Overheat {\"degrees\":90}");
    }

    @Test
    void subscriptions_byDefault_areOneForAllCommandsAndOneForEachService() {
        assertThat(codec(lamp()).subscriptions(ALL))
                .containsExactly(
                        Subscription.atLeastOnce("lamp-1/+/set"), Subscription.atLeastOnce("lamp-1/service/Blink"));
        assertThat(codec(lamp()).subscriptions(Interest.REPLIES_ONLY)).isEmpty();
    }

    @Test
    void subscriptions_ofAGroup_areShared() {
        MqttCodec codec = codec(lamp().shareGroup("workers"));

        assertThat(codec.subscriptions(Interest.REPLIES_ONLY.withSets()))
                .containsExactly(Subscription.atLeastOnce("$share/workers/lamp-1/+/set"));
    }

    @Test
    void presence_always_isSaidAtBothEndsAndInTheWill() {
        MqttConfigBuilder device = lamp().availabilityTopic("{deviceName}/status");
        MqttCodec codec = codec(device);

        assertThat(lines(codec.attach(Instant.EPOCH, Values.empty(), 1))).containsExactly("lamp-1/status online");
        assertThat(lines(codec.detach(1))).containsExactly("lamp-1/status offline");
        assertThat(device.build().will().orElseThrow().payload()).isEqualTo(Bytes.ofUtf8("offline"));
    }

    @Property
    void text_ofAnyKind_isReadBackAsReported(@ForAll @StringLength(max = 50) String text) {
        if (text.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
            return;
        }
        MqttConfigBuilder device = zigbee();

        Outgoing sent = report(device, Values.of("Note", text)).get(0);
        String document = new String(sent.publication().payload().toArray(), StandardCharsets.UTF_8);

        boolean word = text.equalsIgnoreCase("on") || text.equalsIgnoreCase("off");
        if (!word) {
            assertThat(set(device, "zigbee2mqtt/lamp-1/set", document)).isEqualTo(Values.of("Note", text));
        }
    }

    @Property
    void topic_ofAnyName_leadsBackToIt(@ForAll @StringLength(min = 1, max = 20) String name) {
        TopicTemplate template = TopicTemplate.parse("a/{property}/set", Set.of("property"));

        try {
            assertThat(template.match(template.topic("property", name).text())).contains(name);
        } catch (MappingException noLevel) {
            assertThat(noLevel.getMessage()).isNotBlank();
        }
    }

    private static Message request(String topic, String payload) {
        return new Message(
                TopicName.of(topic),
                Bytes.ofUtf8(payload),
                QualityOfService.AT_LEAST_ONCE,
                false,
                MessageProperties.NONE
                        .withResponseTopic(TopicName.of("app/answers"))
                        .withCorrelationData(Bytes.copyOf(new byte[] {0, -1})));
    }

    @Test
    void service_ofAnMqtt5Request_isAnsweredWhereTheCallerWantsIt() {
        MqttCodec codec = codec(lamp());
        Downlink.ServiceCall call = (Downlink.ServiceCall)
                codec.decode(request("lamp-1/service/Blink", "")).get(0);

        Publication answer = codec.encode(
                        new Uplink.ServiceReply(call.replyTo().orElseThrow(), 200, "done", Values.empty()), 1)
                .get(0)
                .publication();

        assertThat(answer.topic()).isEqualTo(TopicName.of("app/answers"));
        assertThat(answer.properties())
                .isEqualTo(MessageProperties.NONE.withCorrelationData(Bytes.copyOf(new byte[] {0, -1})));
    }

    @Test
    void command_ofAnMqtt5Request_isAnsweredAlthoughTheSettingsNameNoTopic() {
        MqttCodec codec = codec(lamp());
        Downlink.PropertySet set = (Downlink.PropertySet)
                codec.decode(request("lamp-1/Level/set", "7")).get(0);

        assertThat(set.replyTo().orElseThrow().topic()).isEqualTo("app/answers");
    }

    @Test
    void report_withMqtt5Settings_carriesThem() {
        MqttConfigBuilder device = lamp().mqttVersion(MqttVersion.V5)
                .messageExpiry(Duration.ofMinutes(10))
                .contentType("text/plain")
                .userProperties(Map.of("site", "hall-2"));

        MessageProperties carried =
                report(device, Values.of("Level", 7)).get(0).publication().properties();

        assertThat(carried)
                .isEqualTo(MessageProperties.NONE
                        .withMessageExpiry(Duration.ofMinutes(10))
                        .withContentType("text/plain")
                        .withUserProperty("site", "hall-2"));
    }
}
