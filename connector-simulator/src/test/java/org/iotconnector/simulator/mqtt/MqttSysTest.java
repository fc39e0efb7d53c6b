package org.iotconnector.simulator.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MqttSysTest {
    private static final String PREFIX = "$SYS/broker/";

    private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-03-01T00:00:00Z"));
    private final Simulator simulator =
            Simulator.builder().time(time).demoMqtt().start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void sys_subscribed_sendsTheRetainedSnapshot() {
        try (Client client = client()) {
            client.subscribe(PREFIX + "version");

            Mqtt3Publish version = client.next();

            assertThat(version.isRetain()).isTrue();
            assertThat(new String(version.getPayloadAsBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("mosquitto version 2.0.11");
        }
    }

    @Test
    void sys_everyInterval_isPublishedAnew() {
        try (Client client = client()) {
            client.subscribe(PREFIX + "uptime");
            assertThat(client.nextText()).isEqualTo("0 seconds");

            time.advance(Duration.ofSeconds(9));
            time.advance(Duration.ofSeconds(1));

            assertThat(client.nextText()).isEqualTo("10 seconds");
        }
    }

    @Test
    void sys_loadOfConnections_isThreeTopicsWithTwoDecimals() {
        try (Client client = client()) {
            time.advance(Duration.ofSeconds(10));

            client.subscribe(PREFIX + "load/connections/+");

            Map<String, String> loads = new TreeMap<>();
            for (int i = 0; i < 3; i++) {
                Mqtt3Publish message = client.next();
                loads.put(
                        message.getTopic().toString().substring(PREFIX.length()),
                        new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8));
            }
            // One connection in ten seconds are six a minute; a minute's average has taken 1 - exp(-10/60) of that in.
            assertThat(loads)
                    .isEqualTo(Map.of(
                            "load/connections/1min", "0.92",
                            "load/connections/5min", "0.20",
                            "load/connections/15min", "0.07"));
        }
    }

    @Test
    void sys_counts_areOfThisMoment() {
        try (Client client = client()) {
            client.subscribe("a");
            client.subscribe("$share/g/b");
            client.publish("a", "x", 1);
            client.nextText();

            time.advance(Duration.ofSeconds(10));

            assertThat(sys("clients/connected")).isEqualTo("1");
            assertThat(sys("clients/maximum")).isEqualTo("1");
            assertThat(sys("subscriptions/count")).isEqualTo("2");
            assertThat(sys("shared_subscriptions/count")).isEqualTo("1");
            assertThat(sys("publish/messages/received")).isEqualTo("1");
            assertThat(sys("publish/messages/sent")).isEqualTo("1");
            assertThat(Long.parseLong(sys("bytes/received"))).isPositive();
            assertThat(Long.parseLong(sys("messages/received"))).isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void sys_wildcardOfAllTopics_doesNotShowIt() {
        try (Client client = client()) {
            client.subscribe("#");

            simulator.mqtt().publish("t", "only this", 1, false);

            assertThat(client.nextText()).isEqualTo("only this");
        }
    }

    @Test
    void sys_switchedOff_isNotThere() {
        try (Simulator silent = Simulator.builder()
                .mqtt(settings -> settings.rule(MqttRule.SYS_TOPICS, false))
                .start()) {
            assertThat(silent.mqtt().retained(PREFIX + "version")).isEmpty();
        }
    }

    private String sys(String name) {
        return simulator.mqtt().retained(PREFIX + name).orElseThrow();
    }

    private Client client() {
        return Client.to(simulator.mqtt().mqttUri(), new Credentials("c1", "a", "b"))
                .connect();
    }
}
