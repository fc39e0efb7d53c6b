package org.iotconnector.adafruit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.iotconnector.adafruit.FeedFormat;
import org.iotconnector.adafruit.FeedKey;
import org.iotconnector.adafruit.TopicForm;
import org.iotconnector.adafruit.Vectors;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdafruitTopicTest {
    private static final String LOGIN = "tester";

    /** Whether a feed of others is shared only the platform knows; its topic is one like any other. */
    static Stream<Values> topics() {
        return Vectors.list("topics/cases")
                .filter(vector -> !vector.text("topic").equals("other/feeds/private"));
    }

    private static Optional<AdafruitTopic> expected(Values vector) {
        String owner = vector.has("owner") ? vector.text("owner") : LOGIN;
        return switch (vector.text("kind")) {
            case "feed" ->
                Optional.of(new AdafruitTopic.Feed(owner, FeedKey.parse(vector.text("key")), format(vector)));
            case "group" -> Optional.of(new AdafruitTopic.Group(owner, vector.text("key"), format(vector)));
            case "get" -> Optional.of(new AdafruitTopic.Get(vector.text("of")));
            case "errors" -> Optional.of(new AdafruitTopic.Errors());
            case "throttle" -> Optional.of(new AdafruitTopic.Throttle());
            case "time" ->
                Optional.of(new AdafruitTopic.Time(vector.text("topic").substring("time/".length())));
            case "weather", "air_quality" ->
                Optional.of(
                        new AdafruitTopic.Integration(vector.text("kind"), vector.text("id"), vector.text("forecast")));
            case "words" -> Optional.of(new AdafruitTopic.Integration("words", vector.text("id"), ""));
            default -> Optional.empty();
        };
    }

    private static FeedFormat format(Values vector) {
        return FeedFormat.valueOf(vector.text("format").toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void parse_vector_isUnderstood(Values vector) {
        assertThat(AdafruitTopic.parse(LOGIN, vector.text("topic"))).isEqualTo(expected(vector));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tester",
                "tester/f",
                "tester/f/",
                "tester/f/temp/xml",
                "tester/f/temp/json/more",
                "tester/g/a.b",
                "tester/wprsnpr/info",
                "tester/errors/more",
                "time/days",
                "other/integration/words/1",
                "tester/integration/weather/1",
                "/f/temp",
                "get",
                "/get"
            })
    void parse_noneOfThePlatforms_isEmpty(String topic) {
        assertThat(AdafruitTopic.parse(LOGIN, topic)).isEmpty();
    }

    @Test
    void text_inBothForms_isReadBack() {
        AdafruitTopic.Feed feed = new AdafruitTopic.Feed(LOGIN, FeedKey.parse("house.temp"), FeedFormat.CSV);
        AdafruitTopic.Group group = new AdafruitTopic.Group(LOGIN, "house", FeedFormat.JSON);

        assertThat(feed.text(TopicForm.SHORT)).isEqualTo("tester/f/house.temp/csv");
        assertThat(feed.text(TopicForm.LONG)).isEqualTo("tester/feeds/house.temp/csv");
        assertThat(group.text(TopicForm.SHORT)).isEqualTo("tester/g/house/json");
        assertThat(group.text(TopicForm.LONG)).isEqualTo("tester/groups/house/json");
        for (TopicForm form : TopicForm.values()) {
            assertThat(AdafruitTopic.parse(LOGIN, feed.text(form))).contains(feed);
            assertThat(AdafruitTopic.parse(LOGIN, group.text(form))).contains(group);
        }
    }

    @Property
    void parse_anyText_neverFails(@ForAll String text) {
        assertThat(AdafruitTopic.parse(LOGIN, text)).isNotNull();
        assertThat(AdafruitTopic.parse(LOGIN, "tester/f/" + text)).isNotNull();
    }
}
