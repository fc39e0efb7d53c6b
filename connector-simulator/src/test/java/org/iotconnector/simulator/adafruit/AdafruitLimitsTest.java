package org.iotconnector.simulator.adafruit;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.iotconnector.simulator.Disposition;
import org.iotconnector.simulator.ReceivedMessage;
import org.iotconnector.simulator.testing.AdafruitBench;
import org.iotconnector.simulator.testing.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdafruitLimitsTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final AdafruitBench bench = new AdafruitBench();

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void publish_thirtyFirstInAMinute_isThrottledAndAcknowledged() {
        AdafruitFeed feed = bench.account().createFeed("default", "Temp");
        Client client = bench.client("c1");
        client.subscribe("tester/throttle");

        IntStream.rangeClosed(1, 31).forEach(i -> client.publish("tester/f/temp", String.valueOf(i), 1));

        assertThat(client.nextText())
                .isEqualTo("\"tester data rate limit reached, 2 seconds until throttle released\"");
        assertThat(feed.values()).hasSize(30);
        assertThat(bench.account().throttles())
                .extracting(AdafruitThrottle::text)
                .containsExactly("tester data rate limit reached, 2 seconds until throttle released");
        assertThat(bench.platform().received())
                .last()
                .extracting(ReceivedMessage::disposition)
                .isEqualTo(Disposition.DROPPED_RATE_LIMIT);
    }

    @Test
    void publish_rateOfTwoClients_isOne() {
        Client first = bench.client("c1");
        Client second = bench.client("c2");

        IntStream.range(0, 16).forEach(i -> first.publish("tester/f/temp", "1", 1));
        IntStream.range(0, 16).forEach(i -> second.publish("tester/f/temp", "1", 1));

        assertThat(bench.account().throttles()).hasSize(2);
    }

    @Test
    void publish_afterAMinute_isFreeAgain() {
        AdafruitFeed feed = bench.account().createFeed("default", "Temp");
        Client client = bench.client("c1");
        IntStream.range(0, 31).forEach(i -> client.publish("tester/f/temp", "1", 1));

        bench.advance(Duration.ofSeconds(60));
        client.publish("tester/f/temp", "2", 1);

        feed.awaitValue("2", SOON);
    }

    @Test
    void publish_onPlus_mayDoTwiceAsMuch() {
        bench.account().plan(AdafruitPlan.PLUS);
        Client client = bench.client("c1");

        IntStream.range(0, 60).forEach(i -> client.publish("tester/f/temp", "1", 1));

        assertThat(bench.account().throttles()).isEmpty();
    }

    @Test
    void publish_beyondTwiceTheRate_bansTheAccount() {
        Client client = bench.client("c1");
        client.subscribe("tester/errors");

        IntStream.range(0, 61).forEach(i -> client.publish("tester/f/temp", "1", 1));

        assertThat(client.nextText()).isEqualTo("\"enforcement limit reached, your account is banned for 30 seconds\"");
        assertThat(bench.account().isBanned()).isTrue();
        assertThat(bench.account().bans()).singleElement().satisfies(ban -> {
            assertThat(ban.length()).isEqualTo(Duration.ofSeconds(30));
            assertThat(ban.reason()).isEqualTo("more than 60 data points in 60 s");
        });
    }

    @Test
    void publish_whileBanned_isRefusedAndNotCounted() {
        bench.account().ban();
        bench.platform().clearFaults();
        Client client = bench.client("c1");
        client.subscribe("tester/errors");
        bench.account().ban();
        client.nextText();

        IntStream.range(0, 12).forEach(i -> client.publish("tester/f/temp", "1", 1));

        assertThat(client.nextText())
                .isEqualTo("\"c1 127.0.0.1 PUBLISH tester/f/temp rejected, user is temporarily blocked\"");
        assertThat(bench.account().bans()).hasSize(1);
        assertThat(bench.account().feedKeys()).isEmpty();
    }

    @Test
    void publish_whenTheBanIsOver_isStored() {
        Client client = bench.client("c1");
        bench.account().ban();

        bench.advance(Duration.ofSeconds(30));
        client.publish("tester/f/temp", "1", 1);

        bench.account().awaitFeed("temp", SOON).awaitValue("1", SOON);
    }

    @Test
    void publish_elevenBadOnes_banTheAccount() {
        Client client = bench.client("c1");

        IntStream.range(0, 11).forEach(i -> client.publish("nonsense", "1", 1));

        assertThat(bench.account().bans())
                .extracting(AdafruitBan::reason)
                .containsExactly("more than 10 refused messages in 60 s");
    }

    @Test
    void subscribe_elevenBadOnes_banTheAccount() {
        Client client = bench.client("c1");

        IntStream.range(0, 11).forEach(i -> tryToSubscribe(client, "nonsense"));

        assertThat(bench.account().isBanned()).isTrue();
    }

    @Test
    void subscribe_moreThanAHundred_isWarnedRefusedAndBanned() {
        Client client = bench.client("c1");
        client.subscribe("tester/errors");
        client.subscribe("tester/throttle");

        IntStream.range(2, 101).forEach(i -> tryToSubscribe(client, "tester/f/feed-" + i));

        assertThat(client.nextText())
                .isEqualTo(
                        "\"c1 127.0.0.1 SUBSCRIBE tester/f/feed-90 only 9 attempts remaining in the next 60 seconds, "
                                + "please slow your request rate\"");
        IntStream.range(0, 9).forEach(i -> client.nextText());
        assertThat(client.nextText()).contains("account is banned for 30 seconds");
        assertThat(client.nextText())
                .isEqualTo(
                        "\"c1 127.0.0.1 SUBSCRIBE tester/f/feed-100 made too many requests, wait before reconnecting\"");
    }

    private static void tryToSubscribe(Client client, String filter) {
        try {
            client.subscribe(filter);
        } catch (Mqtt3SubAckException refused) {
            // Whether it was is seen by the ban.
        }
    }
}
