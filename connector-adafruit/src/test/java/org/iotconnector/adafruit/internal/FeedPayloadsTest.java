package org.iotconnector.adafruit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.iotconnector.adafruit.FeedFormat;
import org.iotconnector.adafruit.FeedKey;
import org.iotconnector.adafruit.FeedLocation;
import org.iotconnector.adafruit.FeedValue;
import org.iotconnector.adafruit.GroupValues;
import org.iotconnector.adafruit.Vectors;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedPayloadsTest {
    static Stream<Values> csvOfFeeds() {
        return Vectors.list("publish_feed")
                .filter(vector -> vector.text("topic").endsWith("/csv"));
    }

    static Stream<Values> groups() {
        return Vectors.list("publish_group");
    }

    static Stream<Values> pushes() {
        return Vectors.list("lenient_read")
                .filter(vector -> vector.text("field").equals("feed_json_push"));
    }

    static Stream<Values> delivered() {
        return Vectors.list("deliver")
                .filter(vector -> vector.has("expect"))
                .flatMap(vector -> vector.list("expect").stream().map(Value::asStruct));
    }

    private static FeedValue feed(FeedFormat format, String payload) {
        return FeedPayloads.feed(
                new AdafruitTopic.Feed("tester", FeedKey.parse("temp"), format), Bytes.ofUtf8(payload));
    }

    private static GroupValues group(FeedFormat format, String payload) {
        return FeedPayloads.group(new AdafruitTopic.Group("tester", "house", format), Bytes.ofUtf8(payload));
    }

    @ParameterizedTest
    @MethodSource("csvOfFeeds")
    void feed_csvVector_isReadAsThePlatformReadsIt(Values vector) {
        FeedValue value = feed(FeedFormat.CSV, vector.text("payload"));

        Optional<FeedLocation> location =
                vector.find("location").map(Value::asStruct).map(Vectors::location);
        assertThat(value.text()).isEqualTo(vector.text("stored"));
        // The official Arduino client writes zeros when it knows no place.
        assertThat(value.location()).isEqualTo(location.filter(place -> !place.equals(FeedLocation.of(0, 0, 0))));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void group_vector_isReadAsThePlatformReadsIt(Values vector) {
        AdafruitTopic topic =
                AdafruitTopic.parse("tester", vector.text("topic")).orElseThrow();

        GroupValues values = FeedPayloads.group((AdafruitTopic.Group) topic, Bytes.ofUtf8(vector.text("payload")));

        vector.struct("stored")
                .forEach((key, value) -> assertThat(values.values())
                        .containsEntry(FeedKey.parse(key).key(), value.asText()));
        assertThat(values.values()).hasSize(vector.struct("stored").size());
        assertThat(values.location())
                .isEqualTo(vector.find("location").map(Value::asStruct).map(Vectors::location));
    }

    @ParameterizedTest
    @MethodSource("pushes")
    void feed_jsonVector_isFoundWhereverItStands(Values vector) {
        assertThat(feed(FeedFormat.JSON, Json.toText(vector.get("json"))).text())
                .isEqualTo(vector.text("value"));
    }

    @ParameterizedTest
    @MethodSource("delivered")
    void deliveredVector_ofAnyTopic_holdsTheValue(Values vector) {
        AdafruitTopic topic =
                AdafruitTopic.parse("tester", vector.text("topic")).orElseThrow();
        String payload = vector.has("payload")
                ? vector.text("payload")
                : Json.toText(vector.find("payload_json").orElseGet(() -> vector.get("payload_has")));

        if (topic instanceof AdafruitTopic.Feed feed) {
            assertThat(FeedPayloads.feed(feed, Bytes.ofUtf8(payload)).text()).isEqualTo("21.5");
        } else {
            GroupValues values = FeedPayloads.group((AdafruitTopic.Group) topic, Bytes.ofUtf8(payload));
            assertThat(values.values()).containsExactly(Map.entry("temp", "21.5"));
            assertThat(values.location()).contains(FeedLocation.of(1.5, 2.5, 3));
        }
    }

    @Test
    void feed_jsonWithLocation_hasIt() {
        FeedValue value = feed(FeedFormat.JSON, "{\"last_value\":7.5,\"lat\":\"48.25\",\"lon\":-3.5,\"ele\":null}");

        assertThat(value.text()).isEqualTo("7.5");
        assertThat(value.location()).contains(FeedLocation.of(48.25, -3.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "7", "{\"data\":{}}", "{\"last_value\":null}", ""})
    void feed_jsonWithoutValue_isRefused(String payload) {
        assertThatExceptionOfType(MappingException.class).isThrownBy(() -> feed(FeedFormat.JSON, payload));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2,3,4,5", "1,north,3", "1,91,0", "1\n2"})
    void feed_brokenCsv_isRefused(String payload) {
        assertThatExceptionOfType(MappingException.class).isThrownBy(() -> feed(FeedFormat.CSV, payload));
    }

    @Test
    void feed_emptyCsv_isAnEmptyText() {
        assertThat(feed(FeedFormat.CSV, "").text()).isEmpty();
        assertThat(feed(FeedFormat.CSV, ",,,").text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"temp", "temp,1,2"})
    void group_brokenCsv_isRefused(String payload) {
        assertThatExceptionOfType(MappingException.class).isThrownBy(() -> group(FeedFormat.CSV, payload));
    }

    @Test
    void group_feedNamedLocation_isAFeed() {
        assertThat(group(FeedFormat.CSV, "location,kitchen\n").values()).containsEntry("location", "kitchen");
    }

    @Property
    void read_anyBytes_failsOnlyAsAMapping(@ForAll FeedFormat format, @ForAll byte[] payload) {
        try {
            assertThat(FeedPayloads.feed(
                            new AdafruitTopic.Feed("tester", FeedKey.parse("temp"), format), Bytes.copyOf(payload)))
                    .isNotNull();
        } catch (MappingException documented) {
            assertThat(documented.getMessage()).isNotBlank();
        }
    }
}
