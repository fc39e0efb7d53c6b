package org.iotconnector.simulator.adafruit;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iotconnector.simulator.testing.AdafruitBench;
import org.iotconnector.simulator.testing.AdafruitVectors;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Credentials;
import org.iotconnector.simulator.testing.RawConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdafruitPublishTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final AdafruitBench bench = new AdafruitBench();

    static Stream<Named<AdafruitVectors.Vector>> feeds() {
        return AdafruitVectors.named("publish_feed");
    }

    static Stream<Named<AdafruitVectors.Vector>> groups() {
        return AdafruitVectors.named("publish_group");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void publish_toFeedOfVector_storesOrRefusesAsItSays(AdafruitVectors.Vector vector) {
        bench.account().createFeed("default", "Temp");
        Client client = bench.client("c1");
        client.subscribe("tester/errors");

        client.publish(vector.text("topic"), vector.text("payload"), 1);

        if (vector.has("rejected")) {
            String text = client.nextText();
            assertThat(text).startsWith("\"").endsWith("\"");
            if (vector.has("errors_text")) {
                assertThat(text).isEqualTo('"' + vector.text("errors_text") + '"');
            }
            assertThat(bench.account().feed("temp").values()).isEmpty();
        } else {
            String key = vector.has("creates")
                    ? String.valueOf(vector.object("creates").get("key"))
                    : "temp";
            AdafruitFeed feed = bench.account().awaitFeed(key, SOON);
            AdafruitValue value = feed.awaitValue(any -> true, SOON);
            assertThat(value.value()).isEqualTo(vector.text("stored"));
            assertThat(value.location())
                    .isEqualTo(Optional.ofNullable(vector.get("location")).map(AdafruitPublishTest::csv));
            if (vector.has("creates")) {
                assertThat(feed.name()).isEqualTo(vector.object("creates").get("name"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void publish_toGroupOfVector_storesCreatesAndCostsAsItSays(AdafruitVectors.Vector vector) {
        bench.account().createGroup("House");
        Client client = bench.client("c1");

        client.publish(vector.text("topic"), vector.text("payload"), 1);

        vector.object("stored").forEach((key, value) -> {
            AdafruitValue stored = bench.account().awaitFeed(key, SOON).awaitValue(any -> true, SOON);
            assertThat(stored.value()).isEqualTo(value);
            assertThat(stored.location())
                    .isEqualTo(Optional.ofNullable(vector.get("location")).map(AdafruitPublishTest::csv));
        });
        assertThat(bench.account().feedKeys())
                .containsExactlyInAnyOrderElementsOf(vector.object("stored").keySet());
        assertThat(bench.account().activeDataRate()).isEqualTo(vector.number("rate_cost"));
    }

    @Test
    void publish_byName_findsTheFeed() {
        AdafruitFeed feed = bench.account().createFeed("default", "Garage Door");
        Client client = bench.client("c1");

        client.publish("tester/feeds/Garage Door", "open", 1);

        feed.awaitValue("open", SOON);
        assertThat(bench.account().feedKeys()).containsExactly("garage-door");
    }

    @Test
    void publish_toMissingFeedOfGroup_createsItThere() {
        bench.account().createGroup("House");
        Client client = bench.client("c1");

        client.publish("tester/feeds/house.temp", "1", 1);

        bench.account().awaitFeed("house.temp", SOON).awaitValue("1", SOON);
    }

    @Test
    void publish_withCreatedAt_isStoredWithThatTime() {
        AdafruitFeed feed = bench.account().createFeed("default", "Temp");
        Client client = bench.client("c1");

        client.publish("tester/f/temp/json", "{\"value\":1,\"created_at\":\"2026-02-28T01:02:03Z\"}", 1);

        assertThat(feed.awaitValue("1", SOON).createdAt()).isEqualTo(Instant.parse("2026-02-28T01:02:03Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "homeassistant/sensor/x/config | rejected, only shared feeds may be published to",
                "time/seconds | rejected, only shared feeds may be published to",
                "other/groups/house | rejected, only shared feeds may be published to",
                "tester/errors | rejected, not a valid resource topic",
                "tester/feeds/temp/xml | rejected, not a valid resource topic",
                "other/feeds/private | rejected, resource not available or not authorized",
                "tester/feeds/nowhere.temp | rejected, resource not available or not authorized",
                "tester/groups/nowhere | rejected, resource not available or not authorized"
            })
    void publish_whereItMayNot_isToldAndAcknowledged(String topic, String text) {
        Client client = bench.client("c1");
        client.subscribe("tester/errors");

        client.publish(topic, "1", 1);

        assertThat(client.nextText()).isEqualTo("\"c1 127.0.0.1 PUBLISH " + topic + " " + text + '"');
        assertThat(bench.account().lastRefusal()).hasValueSatisfying(refusal -> {
            assertThat(refusal.action()).isEqualTo("PUBLISH");
            assertThat(refusal.topic()).isEqualTo(topic);
            assertThat(refusal.text()).isEqualTo(text);
        });
    }

    @Test
    void publish_emptyTopic_isRefusedAndTheConnectionStays() throws IOException {
        try (RawConnection connection = bench.raw()) {
            connection
                    .connect(MqttVersion.MQTT_3_1_1, new Credentials("c1", AdafruitBench.USER, AdafruitBench.KEY), 60)
                    .readHex(4);

            connection.publish("", new byte[0], 1, 7).publish("tester/f/temp", new byte[] {0x31}, 1, 8);

            assertThat(connection.readHex(8)).isEqualTo("4002000740020008");
            assertThat(bench.account().lastRefusal()).hasValueSatisfying(refusal -> {
                assertThat(refusal.topic()).isEmpty();
                assertThat(refusal.text()).isEqualTo("rejected, only shared feeds may be published to");
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "f/temp/csv | 1,2 | Location must be lat,lon or lat,lon,ele",
                "f/temp/csv | 1,north,3 | Location is not a number",
                "f/temp/csv | \"1 | Payload has an open quote",
                "f/temp/json | {\"value\":1,\"lat\":\"x\"} | Location is not a number",
                "f/temp/json | {\"value\":1,\"lat\":1e999} | Location is not a number",
                "f/temp/json | {\"value\":1,\"created_at\":\"soon\"} | Created at is not a time",
                "f/temp/json | {\"value\":1,\"created_at\":\"+999999999-12-31T23:59:59Z\"} | Created at is not a time",
                "g/default | {\"feeds\":{}} | Feeds are missing",
                "g/default | [] | Feeds are missing",
                "g/default/json | nonsense | Payload is not valid JSON",
                "g/default/csv | temp | Payload must have lines of key,value"
            })
    void publish_malformedPayload_isToldWhatIsWrong(String path, String payload, String text) {
        bench.account().createFeed("default", "Temp");
        Client client = bench.client("c1");
        client.subscribe("tester/errors");

        client.publish("tester/" + path, payload, 1);

        assertThat(client.nextText()).isEqualTo("\"Validation failed: " + text + '"');
    }

    @Test
    void publish_longValueWithoutHistory_isStored() {
        AdafruitFeed feed = bench.account().createFeed("default", "Temp");
        feed.history(false);
        Client client = bench.client("c1");

        client.publish("tester/f/temp", "x".repeat(102_400), 1);

        assertThat(feed.awaitValue(any -> true, SOON).value()).hasSize(102_400);
    }

    @Test
    void publish_eleventhFeedOnFreePlan_isRefused() {
        IntStream.range(0, 10).forEach(i -> bench.account().createFeed("default", "Feed " + i));
        Client client = bench.client("c1");
        client.subscribe("tester/errors");

        client.publish("tester/f/one-more", "1", 1);

        assertThat(client.nextText()).startsWith("\"Validation failed: Feed limit of 10 reached");
        assertThat(bench.account().feedKeys()).hasSize(10);
    }

    @Test
    void publish_groupWithOneBadName_storesNothing() {
        Client client = bench.client("c1");
        client.subscribe("tester/errors");

        client.publish("tester/g/default", "{\"feeds\":{\"good\":1,\"bad[\":2}}", 1);

        client.nextText();
        assertThat(bench.account().feedKeys()).isEmpty();
    }

    @Test
    void publish_toFeedSharedForWriting_isStored() {
        AdafruitFeed feed = bench.account().createFeed("default", "Temp");
        feed.share("other", true);
        Client client = bench.client(new Credentials("c", "other", "aio_other"));

        client.publish("tester/f/temp", "7", 1);

        feed.awaitValue("7", SOON);
        assertThat(bench.platform().account("other").activeDataRate()).isEqualTo(1);
        assertThat(bench.account().activeDataRate()).isZero();
    }

    @Test
    void publish_toFeedSharedForReading_isRefused() {
        AdafruitFeed feed = bench.account().createFeed("default", "Temp");
        feed.share("other", false);
        Client client = bench.client(new Credentials("c", "other", "aio_other"));
        client.subscribe("other/errors");

        client.publish("tester/f/temp", "7", 1);

        assertThat(client.nextText()).contains("not available or not authorized");
        assertThat(feed.values()).isEmpty();
    }

    @Test
    void publish_withQos2_closesTheConnection() {
        Client client = bench.client("c1");

        client.publishing("tester/f/temp", "1".getBytes(StandardCharsets.UTF_8), 2);

        assertThat(client.isDisconnectedSoon()).isTrue();
        assertThat(bench.account().feedKeys()).isEmpty();
    }

    private static String csv(Object location) {
        @SuppressWarnings("unchecked")
        Map<String, @Nullable Object> parts = (Map<String, @Nullable Object>) location;
        return List.of("lat", "lon", "ele").stream()
                .map(parts::get)
                .map(part -> part == null ? "" : part.toString().replaceFirst("\\.0$", ""))
                .collect(Collectors.joining(","));
    }
}
