package org.iotconnector.simulator.adafruit;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.testing.AdafruitBench;
import org.iotconnector.simulator.testing.AdafruitVectors;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Credentials;
import org.iotconnector.simulator.testing.Lamp;
import org.iotconnector.simulator.testing.RawConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdafruitDeliveryTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Credentials OTHER = new Credentials("o1", "other", "aio_other");

    private final AdafruitBench bench = new AdafruitBench();

    static Stream<Named<AdafruitVectors.Vector>> onAllTopics() {
        return AdafruitVectors.named("deliver")
                .filter(vector -> vector.getPayload().has("expect"));
    }

    static Stream<Named<AdafruitVectors.Vector>> byWildcard() {
        return AdafruitVectors.named("deliver")
                .filter(vector -> vector.getPayload().has("subscribe"));
    }

    static Stream<Named<AdafruitVectors.Vector>> gets() {
        return AdafruitVectors.named("get");
    }

    static Stream<Named<AdafruitVectors.Vector>> filters() {
        return AdafruitVectors.named("topics/filters");
    }

    static Stream<Named<AdafruitVectors.Vector>> refusedFilters() {
        return AdafruitVectors.named("topics/cases")
                .filter(vector -> vector.getPayload().text("kind").equals("refused"))
                .filter(vector -> vector.getPayload().text("action").equals("SUBSCRIBE"));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @MethodSource("onAllTopics")
    void publish_ofVector_comesOnAllItsTopics(AdafruitVectors.Vector vector) {
        bench.account().createGroup("House");
        bench.account().createFeed("house", "Temp");
        bench.account().createFeed("default", "Temp");
        Client client = bench.client("c1");
        Stream.of("feeds/#", "f/#", "groups/#", "g/#").forEach(filter -> client.subscribe("tester/" + filter));

        publish(client, vector);

        Map<String, String> received = bench.received(client);
        for (AdafruitVectors.Vector expected : vectors(vector.get("expect"))) {
            assertThat(received).containsKey(expected.text("topic"));
            String payload = String.valueOf(received.get(expected.text("topic")));
            if (expected.has("payload_json")) {
                assertThat(Lamp.json(payload)).isEqualTo(numbers(expected.object("payload_json")));
            } else if (expected.has("payload_has")) {
                assertThat(Lamp.json(payload)).containsAllEntriesOf(expected.object("payload_has"));
            } else {
                assertThat(payload).isEqualTo(expected.text("payload"));
            }
        }
        if (vector.get("not") instanceof List<?> silent) {
            assertThat(received.keySet())
                    .doesNotContainAnyElementsOf(
                            silent.stream().map(String::valueOf).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("byWildcard")
    void publish_toWildcardOfVector_comesAsOftenAsItSays(AdafruitVectors.Vector vector) {
        bench.account().createFeed("default", "temp");
        Client client = bench.client("c1");
        client.subscribe(vector.text("subscribe"));

        publish(client, vector);

        assertThat(bench.received(client).keySet())
                .containsExactlyInAnyOrderElementsOf(((List<?>) Objects.requireNonNull(vector.get("expect_topics")))
                        .stream().map(String::valueOf).toList());
    }

    @ParameterizedTest
    @MethodSource("gets")
    void get_ofVector_answersItsSenderOnly(AdafruitVectors.Vector vector) {
        bench.account().createGroup("House");
        bench.account().createFeed("default", "Temp");
        bench.account().createFeed("default", "Empty");
        bench.account().createFeed("house", "Temp");
        bench.account().createFeed("house", "Door");
        vector.object("last").forEach((key, value) -> bench.account().feed(key).put(String.valueOf(value)));
        Client asking = bench.client("c1");
        Client watching = bench.client("c2");
        asking.subscribe(vector.text("subscribed"));
        watching.subscribe(vector.text("subscribed"));
        Map<String, @Nullable Object> ask = vector.object("publish");

        asking.publish(String.valueOf(ask.get("topic")), String.valueOf(ask.get("payload")), 1);

        Map<String, String> received = bench.received(asking);
        if (vector.get("expect") == null) {
            assertThat(received).isEmpty();
        } else {
            Map<String, @Nullable Object> expected = vector.object("expect");
            assertThat(received).containsOnlyKeys(String.valueOf(expected.get("topic")));
            String payload = received.values().iterator().next();
            if (expected.containsKey("payload_json")) {
                assertThat(Lamp.json(payload)).isEqualTo(expected.get("payload_json"));
            } else {
                assertThat(payload).isEqualTo(expected.get("payload"));
            }
        }
        assertThat(bench.received(watching)).isEmpty();
        assertThat(bench.account().activeDataRate()).isZero();
    }

    @ParameterizedTest
    @MethodSource("filters")
    void subscribe_filterOfVector_isGrantedAsItSays(AdafruitVectors.Vector vector) {
        Client client = bench.client("c1");

        assertThat(isGranted(client, vector.text("filter"))).isEqualTo(vector.get("allowed"));
    }

    @ParameterizedTest
    @MethodSource("refusedFilters")
    void subscribe_refusedTopicOfVector_isToldItsText(AdafruitVectors.Vector vector) {
        Client client = bench.client("c1");
        client.subscribe("tester/errors");

        assertThat(isGranted(client, vector.text("topic"))).isFalse();

        assertThat(client.nextText())
                .isEqualTo("\"c1 127.0.0.1 SUBSCRIBE " + vector.text("topic") + " " + vector.text("text") + '"');
    }

    @Test
    void subscribe_errorsOfAnotherAccount_isRefused() {
        assertThat(isGranted(bench.client("c1"), "other/errors")).isFalse();
    }

    @Test
    void subscribe_missingFeed_isGrantedAndMakesNone() {
        assertThat(isGranted(bench.client("c1"), "tester/f/none")).isTrue();
        assertThat(bench.account().feedKeys()).isEmpty();
    }

    @Test
    void subscribe_withQos2_isGrantedQos1() {
        Client client = bench.client("c1");

        assertThat(client.subscribe("tester/f/temp").getReturnCodes().get(0).getCode())
                .isEqualTo(1);
    }

    @Test
    void publish_ofOneClient_reachesTheOthersAndItself() {
        Client sender = bench.client("c1");
        Client receiver = bench.client("c2");
        sender.subscribe("tester/f/temp");
        receiver.subscribe("tester/feeds/temp");

        sender.publish("tester/f/temp", "1", 0);

        assertThat(receiver.nextText()).isEqualTo("1");
        assertThat(sender.nextText()).isEqualTo("1");
    }

    @Test
    void publish_retained_isDeliveredWithoutTheFlagAndNotKept() {
        Client client = bench.client("c1");
        client.subscribe("tester/f/temp");

        bench.account().createFeed("default", "Temp").put("1");

        Mqtt3Publish message = client.next();
        assertThat(message.isRetain()).isFalse();
        assertThat(message.getQos()).isEqualTo(MqttQos.AT_LEAST_ONCE);
        Client late = bench.client("c2");
        late.subscribe("tester/f/temp");
        assertThat(bench.received(late)).isEmpty();
    }

    @Test
    void publish_byName_comesOnTheKeyAndOnTheExactName() {
        Client client = bench.client("c1");
        client.subscribe("tester/f/+");

        client.publish("tester/f/New Thing", "1", 1);

        assertThat(bench.received(client)).containsOnlyKeys("tester/f/new-thing", "tester/f/New Thing");
    }

    @Test
    void publish_valueThatNeedsQuotes_isQuotedInCsv() {
        bench.account().createFeed("default", "Temp");
        Client client = bench.client("c1");
        client.subscribe("tester/f/temp/csv");

        client.publish("tester/f/temp", "a,\"b\"", 1);

        assertThat(client.nextText()).isEqualTo("\"a,\"\"b\"\"\",,,");
    }

    @Test
    void put_byDashboard_isDeliveredAndCostsNothing() {
        AdafruitFeed feed = bench.account().createFeed("default", "Dimmer");
        Client client = bench.client("c1");
        client.subscribe("tester/f/dimmer/csv");
        feed.awaitSubscribed("tester/f/dimmer/csv", SOON);

        feed.put("70", 1.5, 2, -3);

        assertThat(client.nextText()).isEqualTo("70,1.5,2,-3");
        assertThat(bench.account().activeDataRate()).isZero();
    }

    @Test
    void publish_severalOfAGroup_comeInOneMessageOfTheGroup() {
        bench.account().createGroup("House");
        Client client = bench.client("c1");
        Stream.of("feeds/+", "groups/+").forEach(filter -> client.subscribe("tester/" + filter));

        client.publish("tester/groups/house", "{\"feeds\":{\"temp\":1,\"door\":\"open\"}}", 1);

        assertThat(bench.received(client))
                .containsOnlyKeys("tester/feeds/house.temp", "tester/feeds/house.door", "tester/groups/house")
                .containsEntry("tester/groups/house", "{\"feeds\":{\"temp\":\"1\",\"door\":\"open\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "tester/feeds/temp, tester/feeds/temp, tester/groups/default",
        "tester/feeds/house.temp, tester/feeds/house.temp, tester/groups/house"
    })
    void publish_feedOfTwoGroups_comesOnThePairItWasSentTo(String topic, String feedTopic, String groupTopic) {
        bench.account().createGroup("House");
        AdafruitFeed feed = bench.account().createFeed("default", "temp");
        AdafruitFeed same = feed.addToGroup("house");
        Client client = bench.client("c1");
        Stream.of("feeds/+", "groups/+").forEach(filter -> client.subscribe("tester/" + filter));

        client.publish(topic, "1", 1);

        assertThat(bench.received(client)).containsOnlyKeys(feedTopic, groupTopic);
        assertThat(same.values()).isEqualTo(feed.values()).hasSize(1);
    }

    @Test
    void publish_toPublicFeed_reachesOtherAccounts() {
        AdafruitFeed feed = bench.account().createFeed("default", "Temp");
        feed.makePublic(true);
        Client stranger = bench.client(OTHER);
        stranger.subscribe("tester/f/temp");

        feed.put("1");

        assertThat(stranger.nextText()).isEqualTo("1");
    }

    @Test
    void publish_afterFeedBecamePrivate_reachesOtherAccountsNoMore() {
        AdafruitFeed feed = bench.account().createFeed("default", "Temp");
        feed.makePublic(true);
        Client stranger = bench.client(OTHER);
        stranger.subscribe("tester/f/temp");

        feed.makePublic(false);
        feed.put("1");
        feed.makePublic(true);
        feed.put("2");

        assertThat(stranger.nextText()).isEqualTo("2");
    }

    @Test
    void connection_ofClientWithWill_thatIsCut_publishesIt() throws IOException {
        AdafruitFeed feed = bench.account().createFeed("default", "State");
        try (RawConnection device = bench.raw()) {
            device.send(MqttMessageBuilders.connect()
                    .clientId("w")
                    .username(AdafruitBench.USER)
                    .password(AdafruitBench.KEY.getBytes(StandardCharsets.UTF_8))
                    .cleanSession(true)
                    .keepAlive(60)
                    .willFlag(true)
                    .willQoS(MqttQoS.AT_LEAST_ONCE)
                    .willTopic("tester/f/state")
                    .willMessage("gone".getBytes(StandardCharsets.UTF_8))
                    .build());
            assertThat(device.readHex(4)).isEqualTo("20020000");
        }

        feed.awaitValue("gone", SOON);
    }

    private static boolean isGranted(Client client, String filter) {
        try {
            return client.subscribe(filter).getReturnCodes().stream().noneMatch(code -> code.isError());
        } catch (Mqtt3SubAckException refused) {
            return false;
        }
    }

    private static void publish(Client client, AdafruitVectors.Vector vector) {
        Map<String, @Nullable Object> message = vector.object("publish");
        client.publish(String.valueOf(message.get("topic")), String.valueOf(message.get("payload")), 1);
    }

    private static List<AdafruitVectors.Vector> vectors(@Nullable Object list) {
        return ((List<?>) Objects.requireNonNull(list))
                .stream()
                        .map(entry ->
                                new AdafruitVectors.Vector(Json.object(entry).orElseThrow()))
                        .toList();
    }

    /** The file has whole numbers with and without a fraction. */
    private static Map<String, @Nullable Object> numbers(Map<String, @Nullable Object> json) {
        return Lamp.json(Json.text(json));
    }
}
