package org.iotconnector.simulator.adafruit;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.iotconnector.simulator.testing.AdafruitBench;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Credentials;
import org.iotconnector.simulator.testing.RawConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each switch the other way round. */
class AdafruitRuleTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Credentials GOOD = new Credentials("c1", AdafruitBench.USER, AdafruitBench.KEY);

    private @Nullable AdafruitBench open;

    @AfterEach
    void stop() {
        if (open != null) {
            open.close();
        }
    }

    private AdafruitBench bench(AdafruitRule rule) {
        AdafruitBench bench = new AdafruitBench(settings -> settings.rule(rule, !rule.byDefault()));
        open = bench;
        return bench;
    }

    @Test
    void mqtt5_on_letsClientsIn() throws IOException {
        AdafruitBench bench = bench(AdafruitRule.MQTT5);
        try (RawConnection connection = bench.raw()) {
            connection.connect(MqttVersion.MQTT_5, GOOD, 60);

            assertThat(connection.readHex(4)).startsWith("20").endsWith("0000");
        }
    }

    @Test
    void qos2Closes_off_takesTheMessage() {
        AdafruitBench bench = bench(AdafruitRule.QOS2_CLOSES);

        bench.client("c1").publish("tester/f/temp", "1", 2);

        bench.account().awaitFeed("temp", SOON).awaitValue("1", SOON);
    }

    @Test
    void persistentSessions_on_keepMessages() {
        AdafruitBench bench = bench(AdafruitRule.PERSISTENT_SESSIONS);
        Client first = Client.to(bench.platform().mqttUri(), GOOD);
        first.connect(false, 60);
        first.subscribe("tester/f/temp");
        first.close();
        bench.platform()
                .await(
                        "the client to be gone",
                        () -> bench.platform().connections().isEmpty(),
                        SOON);

        bench.account().createFeed("default", "Temp").put("1");

        Client second = Client.to(bench.platform().mqttUri(), GOOD);
        assertThat(second.connect(false, 60).isSessionPresent()).isTrue();
        assertThat(second.nextText()).isEqualTo("1");
        second.close();
    }

    @Test
    void subackFailure_off_grantsAndStaysSilent() {
        AdafruitBench bench = bench(AdafruitRule.SUBACK_FAILURE);
        Client client = bench.client("c1");

        assertThat(client.subscribe("#").getReturnCodes()).noneMatch(code -> code.isError());
        client.subscribe("tester/f/temp");
        bench.account().createFeed("default", "Temp").put("1");

        assertThat(bench.received(client)).containsOnlyKeys("tester/f/temp");
    }

    @Test
    void acknowledgeRefused_off_leavesThePublishUnanswered() throws IOException {
        AdafruitBench bench = bench(AdafruitRule.ACKNOWLEDGE_REFUSED);
        try (RawConnection connection = bench.raw()) {
            connection.connect(MqttVersion.MQTT_3_1_1, GOOD, 60).readHex(4);

            connection.publish("nonsense", new byte[] {1}, 1, 7).publish("tester/f/temp", new byte[] {0x31}, 1, 8);

            assertThat(connection.readHex(4)).isEqualTo("40020008");
        }
    }

    @Test
    void quotedNotices_off_areBare() {
        AdafruitBench bench = bench(AdafruitRule.QUOTED_NOTICES);
        Client client = bench.client("c1");
        client.subscribe("tester/errors");

        client.publish("nonsense", "1", 1);

        assertThat(client.nextText())
                .isEqualTo("c1 127.0.0.1 PUBLISH nonsense rejected, only shared feeds may be published to");
    }

    @Test
    void strictJson_off_keepsBrokenJsonAsText() {
        AdafruitBench bench = bench(AdafruitRule.STRICT_JSON);

        bench.client("c1").publish("tester/f/temp/json", "{broken", 1);

        bench.account().awaitFeed("temp", SOON).awaitValue("{broken", SOON);
    }

    @Test
    void createdAtOverMqtt_off_takesThePresent() {
        AdafruitBench bench = bench(AdafruitRule.CREATED_AT_OVER_MQTT);
        Instant now = bench.now();

        bench.client("c1").publish("tester/f/temp/json", "{\"value\":1,\"created_at\":\"2026-02-28T01:02:03Z\"}", 1);

        assertThat(bench.account().awaitFeed("temp", SOON).awaitValue("1", SOON).createdAt())
                .isEqualTo(now);
    }

    @Test
    void createInGroup_off_refusesTheMissingFeed() {
        AdafruitBench bench = bench(AdafruitRule.CREATE_IN_GROUP);
        bench.account().createGroup("House");
        Client client = bench.client("c1");
        client.subscribe("tester/errors");

        client.publish("tester/feeds/house.temp", "1", 1);

        assertThat(client.nextText()).contains("not available or not authorized");
        assertThat(bench.account().feedKeys()).isEmpty();
    }

    @Test
    void nameTopics_off_leaveTheKeyOnly() {
        AdafruitBench bench = bench(AdafruitRule.NAME_TOPICS);
        Client client = bench.client("c1");
        client.subscribe("tester/f/+");

        client.publish("tester/f/New Thing", "1", 1);

        assertThat(bench.received(client)).containsOnlyKeys("tester/f/new-thing");
    }

    @Test
    void groupWildcards_off_areRefused() {
        AdafruitBench bench = bench(AdafruitRule.GROUP_WILDCARDS);

        assertThat(isRefused(bench, "tester/groups/+")).isTrue();
        assertThat(isRefused(bench, "tester/groups/house")).isFalse();
    }

    @Test
    void getCounts_on_costsAPoint() {
        AdafruitBench bench = bench(AdafruitRule.GET_COUNTS);

        bench.client("c1").publish("tester/f/temp/get", "", 1);

        assertThat(bench.account().activeDataRate()).isEqualTo(1);
    }

    @Test
    void banCuts_on_cutsTheConnections() {
        AdafruitBench bench = bench(AdafruitRule.BAN_CUTS);
        Client client = bench.client("c1");

        bench.account().ban();

        assertThat(client.isDisconnectedSoon()).isTrue();
    }

    @Test
    void paidServices_off_areGrantedOnFree() {
        AdafruitBench bench = bench(AdafruitRule.PAID_SERVICES);

        assertThat(isRefused(bench, "tester/integration/weather/7/current")).isFalse();
    }

    @Test
    void pluralIntegrations_off_areRefused() {
        AdafruitBench bench = bench(AdafruitRule.PLURAL_INTEGRATIONS);

        assertThat(isRefused(bench, "tester/integrations/words/1")).isTrue();
    }

    @Test
    void dashboardBareKey_on_sendsOnBothKeys() {
        AdafruitBench bench = bench(AdafruitRule.DASHBOARD_BARE_KEY);
        bench.account().createGroup("House");
        AdafruitFeed feed = bench.account().createFeed("house", "temp");
        Client client = bench.client("c1");
        client.subscribe("tester/feeds/+");

        feed.put("1");

        assertThat(bench.received(client)).containsOnlyKeys("tester/feeds/house.temp", "tester/feeds/temp");
    }

    private static boolean isRefused(AdafruitBench bench, String filter) {
        Client client = bench.client("probe");
        try {
            return client.subscribe(filter).getReturnCodes().stream().anyMatch(code -> code.isError());
        } catch (Mqtt3SubAckException refused) {
            return true;
        }
    }
}
