package org.iotconnector.adafruit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.adafruit.AdafruitConfigBuilder;
import org.iotconnector.adafruit.BooleanWords;
import org.iotconnector.adafruit.Devices;
import org.iotconnector.adafruit.FeedFormat;
import org.iotconnector.adafruit.TopicForm;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Echo;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Backlog;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AdafruitCodecEncodeTest {
    private static final Values PLACE = Values.of("lat", 48.25, "lon", -3.5, "ele", 112.0);
    private static final Instant NOON = Instant.ofEpochSecond(1_772_366_400L);

    private static List<Outgoing> report(AdafruitConfigBuilder config, Values values) {
        return encode(config, Uplink.PropertyReport.of(values));
    }

    private static List<Outgoing> encode(AdafruitConfigBuilder config, Uplink message) {
        return new AdafruitCodec(config.build()).encode(message, 1);
    }

    private static String topic(Outgoing message) {
        return message.publication().topic().text();
    }

    private static String payload(Outgoing message) {
        return new String(message.publication().payload().toArray(), StandardCharsets.UTF_8);
    }

    private static Echo echo(String topic, String payload) {
        return new Echo(TopicName.of(topic), Bytes.ofUtf8(payload));
    }

    @Test
    void report_withoutGroup_isOneMessageForEachFeed() {
        List<Outgoing> messages = report(Devices.sensor(), Values.of("Air Temp", 21.5, "door_open", true));

        assertThat(messages)
                .extracting(AdafruitCodecEncodeTest::topic, AdafruitCodecEncodeTest::payload, Outgoing::cost)
                .containsExactly(tuple("tester/f/air-temp", "21.5", 1), tuple("tester/f/door-open", "1", 1));
        assertThat(messages).extracting(Outgoing::properties).containsExactly(Set.of("Air Temp"), Set.of("door_open"));
        assertThat(messages).allSatisfy(message -> {
            assertThat(message.publication().qos()).isEqualTo(QualityOfService.AT_LEAST_ONCE);
            assertThat(message.publication().retained()).isFalse();
            assertThat(message.replyKey()).isEmpty();
        });
    }

    /** Adafruit IO API docs, "Group feed data": a message of several feeds counts as that many values. */
    @Test
    void report_withGroup_isOneMessageThatCostsItsFeeds() {
        List<Outgoing> messages = report(Devices.house(), Values.of("temp", 21.5, "door", "open"));

        assertThat(messages).hasSize(1);
        assertThat(topic(messages.get(0))).isEqualTo("tester/g/house");
        assertThat(payload(messages.get(0))).isEqualTo("{\"feeds\":{\"temp\":\"21.5\",\"door\":\"open\"}}");
        assertThat(messages.get(0).cost()).isEqualTo(2);
        assertThat(messages.get(0).properties()).containsExactlyInAnyOrder("temp", "door");
    }

    @Test
    void report_withLongTopics_saysFeedsAndGroups() {
        assertThat(topic(report(Devices.sensor().topicForm(TopicForm.LONG), Values.of("temp", 1))
                        .get(0)))
                .isEqualTo("tester/feeds/temp");
        assertThat(topic(report(Devices.house().topicForm(TopicForm.LONG), Values.of("temp", 1))
                        .get(0)))
                .isEqualTo("tester/groups/house");
    }

    @Test
    void report_withNamedFeed_goesThere() {
        AdafruitConfigBuilder config = Devices.sensor().feeds(Map.of("温度", "garden.temp"));

        assertThat(topic(report(config, Values.of("温度", 1)).get(0))).isEqualTo("tester/f/garden.temp");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLAIN|tester/f/temp|{\"value\":\"21.5\",\"lat\":48.25,\"lon\":-3.5,\"ele\":112.0}",
                "JSON|tester/f/temp/json|{\"value\":\"21.5\",\"lat\":48.25,\"lon\":-3.5,\"ele\":112.0}",
                "CSV|tester/f/temp/csv|21.5,48.25,-3.5,112"
            })
    void report_withLocation_carriesItInEachFormat(FeedFormat format, String topic, String payload) {
        Outgoing message = report(Devices.sensor().feedFormat(format), Values.of("temp", 21.5, "location", PLACE))
                .get(0);

        assertThat(topic(message)).isEqualTo(topic);
        assertThat(payload(message)).isEqualTo(payload);
        assertThat(message.properties()).containsExactly("temp");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLAIN|tester/g/house|{\"feeds\":{\"temp\":\"21.5\"},\"location\":{\"lat\":48.25,\"lon\":-3.5,\"ele\":112.0}}",
                "JSON|tester/g/house/json|{\"feeds\":{\"temp\":\"21.5\"},\"location\":{\"lat\":48.25,\"lon\":-3.5,\"ele\":112.0}}",
                "CSV|tester/g/house/csv|temp,21.5;location,48.25,-3.5,112;"
            })
    void report_ofAGroupWithLocation_carriesItInEachFormat(FeedFormat format, String topic, String payload) {
        Outgoing message = report(Devices.house().feedFormat(format), Values.of("temp", 21.5, "location", PLACE))
                .get(0);

        assertThat(topic(message)).isEqualTo(topic);
        assertThat(payload(message).replace('\n', ';')).isEqualTo(payload);
    }

    @Test
    void report_locationWithAFeedOfItsOwn_isAValue() {
        AdafruitConfigBuilder config = Devices.sensor().feeds(Map.of("location", "where"));

        Outgoing message = report(config, Values.of("location", Values.of("lat", 1, "lon", 2)))
                .get(0);

        assertThat(topic(message)).isEqualTo("tester/f/where");
        assertThat(payload(message)).isEqualTo("{\"value\":\"{\\\"lat\\\":1,\\\"lon\\\":2}\"}");
    }

    @Test
    void report_locationAlone_isRefused() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> report(Devices.sensor(), Values.of("location", PLACE)))
                .withMessageContaining("cannot be reported alone");
    }

    @Test
    void report_locationOffTheGlobe_isRefused() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() ->
                        report(Devices.sensor(), Values.of("temp", 1, "location", Values.of("lat", 91, "lon", 2))))
                .withMessageContaining("latitude");
    }

    /** Of a bare object with a member "value" the platform would keep that member alone. */
    @Test
    void report_ofAStruct_isWrappedSoThatNothingIsLost() {
        Outgoing message = report(Devices.heater(), Values.of("temp", Values.of("value", 7, "extra", "kept")))
                .get(0);

        assertThat(payload(message)).isEqualTo("{\"value\":\"{\\\"value\\\":7,\\\"extra\\\":\\\"kept\\\"}\"}");
        assertThat(message.echoes()).containsExactly(echo("tester/f/temp", "{\"value\":7,\"extra\":\"kept\"}"));
    }

    @Test
    void report_withDashboardWords_saysOn() {
        assertThat(payload(report(Devices.sensor().booleanWords(BooleanWords.DASHBOARD), Values.of("led", true))
                        .get(0)))
                .isEqualTo("ON");
    }

    @Test
    void report_ofASettableProperty_expectsItsEcho() {
        assertThat(report(Devices.heater(), Values.of("temp", 21.5, "hum", 40)))
                .extracting(Outgoing::echoes)
                .containsExactly(List.of(echo("tester/f/temp", "21.5")), List.of());
    }

    @Test
    void report_ofAGroup_expectsTheEchoOfEachSettableFeed() {
        Outgoing message = report(
                        Devices.house().settable(List.of("temp", "led")),
                        Values.of("temp", 21.5, "hum", 40, "led", false))
                .get(0);

        assertThat(message.echoes())
                .containsExactly(echo("tester/f/house.temp", "21.5"), echo("tester/f/house.led", "0"));
    }

    @Test
    void report_ofTheDefaultGroup_expectsItsEchoOnTheBareKey() {
        Outgoing message = report(Devices.sensor().group("default").settable(List.of("temp")), Values.of("temp", 1))
                .get(0);

        assertThat(topic(message)).isEqualTo("tester/g/default");
        assertThat(message.echoes()).containsExactly(echo("tester/f/temp", "1"));
    }

    @Test
    void report_inCsv_expectsFourColumnsBack() {
        AdafruitConfigBuilder config = Devices.heater().feedFormat(FeedFormat.CSV);

        assertThat(report(config, Values.of("temp", 21.5)).get(0).echoes())
                .containsExactly(echo("tester/f/temp/csv", "21.5,,,"));
        assertThat(report(config, Values.of("temp", "a,b", "location", PLACE))
                        .get(0)
                        .echoes())
                .containsExactly(echo("tester/f/temp/csv", "\"a,b\",48.25,-3.5,112"));
        assertThat(report(config, Values.of("temp", 1, "location", Values.of("lat", 1.5, "lon", 2)))
                        .get(0)
                        .echoes())
                .containsExactly(echo("tester/f/temp/csv", "1,1.5,2,"));
    }

    @Test
    void report_inJson_expectsThePlainEcho() {
        assertThat(report(Devices.heater().feedFormat(FeedFormat.JSON), Values.of("temp", 21.5))
                        .get(0)
                        .echoes())
                .containsExactly(echo("tester/f/temp", "21.5"));
    }

    @Test
    void report_withTime_leavesItOutUnlessAskedTo() {
        Uplink timed = new Uplink.PropertyReport(Values.of("temp", 21.5), Optional.of(NOON), true);

        assertThat(payload(encode(Devices.sensor(), timed).get(0))).isEqualTo("21.5");
        assertThat(payload(encode(Devices.sensor().createdAt(true), timed).get(0)))
                .isEqualTo("{\"value\":\"21.5\",\"created_at\":\"2026-03-01T12:00:00Z\"}");
        assertThat(payload(encode(Devices.house().createdAt(true), timed).get(0)))
                .isEqualTo("{\"feeds\":{\"temp\":\"21.5\"},\"created_at\":\"2026-03-01T12:00:00Z\"}");
    }

    @Test
    void history_withTimes_isAMessageForEachThatNothingReplaces() {
        Backlog backlog = Backlog.builder()
                .values(NOON, Values.of("temp", 1))
                .values(NOON.plusSeconds(1), Values.of("temp", 2))
                .build();

        List<Outgoing> messages = encode(Devices.sensor().createdAt(true), new Uplink.HistoryReport(backlog));

        assertThat(messages)
                .extracting(AdafruitCodecEncodeTest::payload)
                .containsExactly(
                        "{\"value\":\"1\",\"created_at\":\"2026-03-01T12:00:00Z\"}",
                        "{\"value\":\"2\",\"created_at\":\"2026-03-01T12:00:01Z\"}");
        assertThat(messages)
                .allSatisfy(message -> assertThat(message.properties()).isEmpty());
    }

    @Test
    void history_withoutTheSetting_saysWhatToDo() {
        Uplink history = new Uplink.HistoryReport(
                Backlog.builder().values(NOON, Values.of("temp", 1)).build());

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> encode(Devices.sensor(), history))
                .withMessageContaining("createdAt: true");
    }

    @Test
    void event_always_isNoneOfThePlatforms() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> encode(Devices.sensor(), Uplink.EventReport.of("alarm", Values.empty())))
                .withMessage("Adafruit IO has no events; report a property in its place.");
    }

    @Test
    void report_propertyOfWhichNoKeyCanBeMade_isRefused() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> report(Devices.sensor(), Values.of("温度", 1)))
                .withMessage("温度: No feed key can be made of this name; name one in the setting feeds.");
    }

    @Test
    void report_twoPropertiesOfOneFeed_isRefused() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> report(Devices.sensor(), Values.of("a_b", 1, "a b", 2)))
                .withMessageContaining("goes to the feed a-b, and so does a_b");
    }

    /** Vectors "publish_feed": 1024 bytes are stored, 1025 or 1026 are dropped without a word to the publisher. */
    @ParameterizedTest
    @CsvSource({"x,1024,true", "x,1025,false", "é,512,true", "é,513,false"})
    void report_ofAText_isRefusedWhereThePlatformWouldDropIt(String character, int times, boolean fits) {
        Values values = Values.of("note", character.repeat(times));

        if (fits) {
            assertThat(report(Devices.sensor(), values)).hasSize(1);
        } else {
            assertThatExceptionOfType(MappingException.class)
                    .isThrownBy(() -> report(Devices.sensor(), values))
                    .withMessageContaining("note: takes 102")
                    .withMessageContaining("1024");
            assertThat(report(Devices.sensor().history(false), values)).hasSize(1);
        }
    }

    @Test
    void report_ofAGroupThatIsTooLarge_isSplit() {
        List<Outgoing> messages =
                report(Devices.house(), Values.of("a", "x".repeat(500), "b", "x".repeat(500), "c", "x".repeat(10)));

        assertThat(messages).extracting(Outgoing::cost).containsExactly(1, 2);
        assertThat(messages)
                .allSatisfy(message ->
                        assertThat(message.publication().payload().length()).isLessThanOrEqualTo(1024));
    }

    @Test
    void report_ofAGroupInCsvWithAComma_isRefused() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> report(Devices.house().feedFormat(FeedFormat.CSV), Values.of("note", "a,b")))
                .withMessageContaining("use feedFormat plain or json");
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void report_withQosZero_isSentSo(FeedFormat format) {
        assertThat(report(Devices.sensor().feedFormat(format).qos(QualityOfService.AT_MOST_ONCE), Values.of("temp", 1))
                        .get(0)
                        .publication()
                        .qos())
                .isEqualTo(QualityOfService.AT_MOST_ONCE);
    }
}
