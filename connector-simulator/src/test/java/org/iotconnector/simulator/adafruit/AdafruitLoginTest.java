package org.iotconnector.simulator.adafruit;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.iotconnector.simulator.ConnectionInfo;
import org.iotconnector.simulator.testing.AdafruitBench;
import org.iotconnector.simulator.testing.AdafruitVectors;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Credentials;
import org.iotconnector.simulator.testing.RawConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdafruitLoginTest {
    private static final Credentials GOOD = new Credentials("c1", AdafruitBench.USER, AdafruitBench.KEY);
    private static final Credentials WRONG = new Credentials("c1", AdafruitBench.USER, "aio_wrong");

    private final AdafruitBench bench = new AdafruitBench();

    static Stream<Named<AdafruitVectors.Vector>> logins() {
        return AdafruitVectors.named("connect")
                .filter(vector -> vector.getPayload().has("user"));
    }

    private static int connackOf(String name) {
        return AdafruitVectors.list("connect").stream()
                .filter(vector -> vector.text("case").equals(name))
                .findFirst()
                .orElseThrow()
                .number("connack");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @MethodSource("logins")
    void connect_ofVector_getsItsConnack(AdafruitVectors.Vector vector) throws IOException {
        MqttVersion version = vector.number("level") == 3 ? MqttVersion.MQTT_3_1 : MqttVersion.MQTT_3_1_1;
        Credentials credentials =
                new Credentials(vector.text("client_id"), vector.text("user"), vector.text("password"));

        assertThat(connack(version, credentials)).isEqualTo(vector.number("connack"));
    }

    @Test
    void connect_twentyFirstInAMinute_isRefusedWithTheCodeOfTheVectorAndBans() throws IOException {
        for (int i = 0; i < 20; i++) {
            assertThat(connack(WRONG)).isEqualTo(5);
        }

        assertThat(connack(GOOD)).isEqualTo(connackOf("21st attempt in one minute"));
        assertThat(connack(GOOD)).isEqualTo(connackOf("account banned"));
        assertThat(bench.account().bans())
                .extracting(AdafruitBan::reason)
                .containsExactly("more than 20 logins in 60 s");
    }

    @Test
    void connect_whenTheBanIsOver_isAccepted() throws IOException {
        bench.account().ban();
        assertThat(connack(GOOD)).isEqualTo(7);

        bench.advance(Duration.ofSeconds(30));

        assertThat(connack(GOOD)).isZero();
    }

    @Test
    void connect_afterClearFaults_isAccepted() throws IOException {
        bench.account().ban();

        bench.platform().clearFaults();

        assertThat(connack(GOOD)).isZero();
    }

    @Test
    void connect_banOfOneAccount_leavesOthersAlone() throws IOException {
        bench.account().ban();

        assertThat(connack(new Credentials("c", "other", "aio_other"))).isZero();
    }

    @Test
    void connect_secondWithTheSameClientId_closesTheFirst() {
        Client first = bench.client("same");

        bench.client("same");

        assertThat(first.isDisconnectedSoon()).isTrue();
        assertThat(bench.platform().connections()).hasSize(1);
    }

    @Test
    void connect_sameClientIdOfAnotherAccount_closesNobody() {
        bench.client("same");

        bench.client(new Credentials("same", "other", "aio_other"));

        assertThat(bench.platform().connections())
                .extracting(ConnectionInfo::device)
                .containsExactly("tester/same", "other/same");
    }

    @Test
    void connect_emptyClientId_getsOneFromThePlatform() {
        bench.client("");
        bench.client("");

        assertThat(bench.platform().connections())
                .hasSize(2)
                .allSatisfy(client -> assertThat(client.device()).matches("tester/io-mqtt-[0-9a-f]{8}"));
    }

    @Test
    void connect_unknownUser_isNotAuthorizedAndListed() throws IOException {
        assertThat(connack(new Credentials("c", "nobody", "aio_x"))).isEqualTo(5);

        assertThat(bench.platform().refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.username()).isEqualTo("nobody");
            assertThat(refusal.action()).isEqualTo("CONNECT");
            assertThat(refusal.topic()).isEqualTo("5");
        });
    }

    @Test
    void lastRefusal_wrongKey_tellsTheReasonWithoutTheKey() throws IOException {
        connack(WRONG);

        assertThat(bench.account().lastRefusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.toString())
                        .contains("the key is wrong")
                        .doesNotContain("aio_"));
    }

    @Test
    void connect_mqtt5_isRefusedAsUnsupportedVersion() throws IOException {
        try (RawConnection connection = bench.raw()) {
            connection.connect(MqttVersion.MQTT_5, GOOD, 60);

            assertThat(connection.readHex(5)).isEqualTo("2003008400");
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void connect_afterKeyWasReplaced_needsTheNewOne() throws IOException {
        bench.account().key("aio_new");

        assertThat(connack(GOOD)).isEqualTo(5);
        assertThat(connack(new Credentials("c", AdafruitBench.USER, "aio_new"))).isZero();
    }

    @Test
    void connect_withoutCleanSession_findsNoSession() {
        Client client = Client.to(bench.platform().mqttUri(), GOOD);
        client.connect(false, 60);
        client.subscribe("tester/f/temp");
        client.close();

        assertThat(Client.to(bench.platform().mqttUri(), GOOD)
                        .connect(false, 60)
                        .isSessionPresent())
                .isFalse();
    }

    private int connack(Credentials credentials) throws IOException {
        return connack(MqttVersion.MQTT_3_1_1, credentials);
    }

    private int connack(MqttVersion version, Credentials credentials) throws IOException {
        try (RawConnection connection = bench.raw()) {
            connection.connect(version, credentials, 60);
            return Integer.parseInt(connection.readHex(4).substring(6), 16);
        }
    }
}
