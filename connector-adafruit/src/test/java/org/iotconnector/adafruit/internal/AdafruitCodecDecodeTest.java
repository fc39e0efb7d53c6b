package org.iotconnector.adafruit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iotconnector.adafruit.AdafruitConfigBuilder;
import org.iotconnector.adafruit.Devices;
import org.iotconnector.adafruit.FeedFormat;
import org.iotconnector.adafruit.TopicForm;
import org.iotconnector.adafruit.Vectors;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Downlink.NoticeKind;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdafruitCodecDecodeTest {
    private static final ThingModel MODEL = ThingModel.builder()
            .property(PropertySpec.readOnly("AirTemp", DataType.float64()))
            .property(PropertySpec.readWrite("Dimmer", DataType.int32(0, 100)))
            .property(PropertySpec.readWrite("Lamp", DataType.bool()))
            .build();

    private static List<Downlink> decode(AdafruitConfigBuilder config, String topic, String payload) {
        return new AdafruitCodec(config.build())
                .decode(new Message(TopicName.of(topic), Bytes.ofUtf8(payload), QualityOfService.AT_LEAST_ONCE, false));
    }

    private static List<Downlink> set(Values values) {
        return List.of(new Downlink.PropertySet(values, Optional.empty()));
    }

    private static List<String> filters(AdafruitConfigBuilder config, Interest interest) {
        return new AdafruitCodec(config.build())
                .subscriptions(interest).stream()
                        .map(subscription -> subscription.filter().text())
                        .toList();
    }

    private static List<Outgoing> recall(AdafruitConfigBuilder config, String filter) {
        return new AdafruitCodec(config.build()).recall(Subscription.atLeastOnce(filter));
    }

    static Stream<Values> answersToGet() {
        return Vectors.list("get").filter(vector -> vector.text("subscribed").startsWith("tester/f/"));
    }

    @Test
    void subscriptions_withoutInterest_areTheNoticesOnly() {
        assertThat(filters(Devices.heater(), Interest.REPLIES_ONLY))
                .containsExactly("tester/errors", "tester/throttle");
    }

    @Test
    void subscriptions_withSets_areTheSettableFeedsAfterTheNotices() {
        assertThat(filters(Devices.house().settable(List.of("temp", "led_1")), Interest.REPLIES_ONLY.withSets()))
                .containsExactly("tester/errors", "tester/throttle", "tester/f/house.temp", "tester/f/house.led-1");
    }

    @Test
    void subscriptions_withAModel_areItsWritableProperties() {
        assertThat(filters(
                        Devices.sensor().thingModel(MODEL).topicForm(TopicForm.LONG), Interest.REPLIES_ONLY.withSets()))
                .containsExactly("tester/errors", "tester/throttle", "tester/feeds/dimmer", "tester/feeds/lamp");
    }

    @Test
    void subscriptions_ofAModelThatLetsNothingSet_areTheNoticesOnly() {
        ThingModel readOnly = ThingModel.builder()
                .property(PropertySpec.readOnly("AirTemp", DataType.float64()))
                .build();

        assertThat(filters(Devices.sensor().thingModel(readOnly), Interest.REPLIES_ONLY.withSets()))
                .containsExactly("tester/errors", "tester/throttle");
    }

    @Test
    void subscriptions_withNamedFeedsOnly_areThose() {
        assertThat(filters(Devices.sensor().feeds(Map.of("T", "garden.temp")), Interest.REPLIES_ONLY.withSets()))
                .endsWith("tester/f/garden.temp")
                .hasSize(3);
    }

    @Test
    void subscriptions_withNothingNamed_areEveryFeed() {
        assertThat(filters(Devices.sensor(), Interest.REPLIES_ONLY.withSets()))
                .containsExactly("tester/errors", "tester/throttle", "tester/f/+");
    }

    @ParameterizedTest
    @CsvSource({"PLAIN,tester/f/temp", "JSON,tester/f/temp", "CSV,tester/f/temp/csv"})
    void subscriptions_byFormat_areThoseWhoseEchoIsKnown(FeedFormat format, String filter) {
        assertThat(filters(Devices.heater().feedFormat(format), Interest.REPLIES_ONLY.withSets()))
                .contains(filter);
    }

    @ParameterizedTest
    @MethodSource("answersToGet")
    void recall_vector_asksOnTheTopicItself(Values vector) {
        FeedFormat format = vector.text("subscribed").endsWith("/csv") ? FeedFormat.CSV : FeedFormat.PLAIN;
        AdafruitConfigBuilder config =
                Devices.sensor().settable(List.of("temp", "empty")).feedFormat(format);

        List<Outgoing> questions = recall(config, vector.text("subscribed"));

        assertThat(questions).singleElement().satisfies(question -> {
            assertThat(question.publication().topic().text())
                    .isEqualTo(vector.struct("publish").text("topic"));
            assertThat(question.cost()).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tester/errors", "tester/throttle", "tester/f/+", "tester/f/other"})
    void recall_ofAnythingElse_isNothing(String filter) {
        assertThat(recall(Devices.heater(), filter)).isEmpty();
    }

    @Test
    void recall_switchedOff_isNothing() {
        assertThat(recall(Devices.heater().recall(false), "tester/f/temp")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tester/f/temp|21.5",
                "tester/feeds/temp|21.5",
                "tester/f/temp/csv|21.5,,,",
                "tester/f/temp/csv|\"21.5\",1,2,3",
                "tester/f/temp/json|{\"last_value\":\"21.5\"}",
                "tester/g/default|{\"feeds\":{\"temp\":\"21.5\",\"other\":\"1\"}}",
                "tester/groups/default/csv|temp,21.5"
            })
    void decode_ofASettableFeedInAnyForm_isASetOfText(String topic, String payload) {
        assertThat(decode(Devices.heater(), topic, payload)).isEqualTo(set(Values.of("temp", "21.5")));
    }

    @Test
    void decode_ofAGroup_isOneSet() {
        assertThat(decode(
                        Devices.house().settable(List.of("temp", "Led_1")),
                        "tester/g/house",
                        "{\"feeds\":{\"temp\":\"21.5\",\"led-1\":\"ON\",\"hum\":\"40\"}}"))
                .isEqualTo(set(Values.of("temp", "21.5", "Led_1", "ON")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tester/f/hum",
                "tester/f/house.temp",
                "other/f/temp",
                "other/errors",
                "tester/f/temp/get",
                "tester/g/house",
                "time/seconds"
            })
    void decode_ofWhatIsNotTheDevices_isNothing(String topic) {
        assertThat(decode(Devices.heater(), topic, "{\"feeds\":{\"temp\":\"1\"}}"))
                .isEmpty();
    }

    /** The platform delivers on a feed's name as well; taking both would be two sets for one. */
    @Test
    void decode_ofEveryFeed_takesKeysOnly() {
        assertThat(decode(Devices.sensor(), "tester/f/temp", "1")).isEqualTo(set(Values.of("temp", "1")));
        assertThat(decode(Devices.sensor(), "tester/f/Temp", "1")).isEmpty();
        assertThat(decode(Devices.sensor(), "tester/f/Air Temp", "1")).isEmpty();
        assertThat(decode(Devices.sensor(), "tester/f/house.temp", "1")).isEmpty();
        assertThat(decode(Devices.house(), "tester/f/house.temp", "1")).isEqualTo(set(Values.of("temp", "1")));
    }

    @ParameterizedTest
    @CsvSource({"ON,true", "OFF,false", "1,true", "0,false", "true,true"})
    void decode_withAModel_isOfItsType(String text, boolean value) {
        AdafruitConfigBuilder config = Devices.sensor().thingModel(MODEL);

        assertThat(decode(config, "tester/f/lamp", text)).isEqualTo(set(Values.of("Lamp", value)));
        assertThat(decode(config, "tester/f/dimmer", "70")).isEqualTo(set(Values.of("Dimmer", 70)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bright", "101", ""})
    void decode_whatTheModelDoesNotAllow_isRefusedWithTheProperty(String text) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> decode(Devices.sensor().thingModel(MODEL), "tester/f/dimmer", text))
                .withMessageContaining("Dimmer");
    }

    @Test
    void decode_ofTheThrottleTopic_isAPause() {
        String text = "tester data rate limit reached, 21 seconds until throttle released";

        assertThat(decode(Devices.sensor(), "tester/throttle", '"' + text + '"'))
                .containsExactly(new Downlink.Notice(NoticeKind.THROTTLED, text, Optional.of(Duration.ofSeconds(21))));
    }

    @Test
    void decode_ofTheErrorsTopic_isARefusal() {
        String text = "dev1 192.0.2.7 SUBSCRIBE LWT/abc rejected, not a valid resource topic";

        assertThat(decode(Devices.sensor(), "tester/errors", text))
                .containsExactly(new Downlink.Notice(NoticeKind.REJECTED, text, Optional.empty()));
    }
}
