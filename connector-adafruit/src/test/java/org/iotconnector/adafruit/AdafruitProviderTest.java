package org.iotconnector.adafruit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.spi.Capabilities.Feature;
import org.iotconnector.core.spi.Providers;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.Quotas.Counted;
import org.iotconnector.core.spi.Quotas.Rate;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdafruitProviderTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_772_366_400_000L);
    private static final Duration MINUTE = Duration.ofSeconds(61);
    private static final String ACCOUNT = "account:tester";

    private final AdafruitProvider provider = new AdafruitProvider();

    static Stream<Values> refusedConnects() {
        return Vectors.list("connect").filter(vector -> vector.has("connack") && vector.integer("connack") != 0);
    }

    @Test
    void provider_byId_isFound() {
        assertThat(Providers.load().get("adafruit")).isInstanceOf(AdafruitProvider.class);
    }

    @Test
    void settings_always_areDeclaredOnceAndDescribed() {
        assertThat(provider.settings())
                .extracting(Setting::key)
                .doesNotHaveDuplicates()
                .contains("username", "key", "endpoint", "outboxOverflow");
        assertThat(provider.settings())
                .allSatisfy(setting -> assertThat(setting.description()).endsWith("."));
    }

    @Test
    void connect_always_carriesAccountKeyAndNoIdentifier() {
        AdafruitConfig config =
                Devices.sensor().keepAlive(Duration.ofMinutes(3)).build();

        ConnectParameters parameters = provider.connect(config, NOW);

        assertThat(parameters.endpoint()).isEqualTo(config.endpoint());
        assertThat(parameters.version()).isEqualTo(MqttVersion.V3_1_1);
        assertThat(parameters.clientIdentifier().text()).isEmpty();
        assertThat(parameters.username()).contains("tester");
        assertThat(parameters.password().orElseThrow().reveal()).isEqualTo(Devices.KEY);
        assertThat(parameters.keepAlive()).isEqualTo(Duration.ofMinutes(3));
        assertThat(parameters.cleanStart()).isTrue();
        assertThat(parameters.will()).isEmpty();
        assertThat(parameters.toString()).doesNotContain(Devices.KEY);
    }

    /** Adafruit IO API docs, "Rate limiting"; a second more, since messages travel for different times. */
    @Test
    void quotas_ofTheFreePlan_areTheAccountsAndSpread() {
        Quotas quotas = provider.quotas(Devices.sensor().build());

        assertThat(quotas.rates())
                .containsExactly(
                        new Rate(Counted.CONNECT, 20, MINUTE, ACCOUNT),
                        new Rate(Counted.PUBLISH, 30, MINUTE, ACCOUNT),
                        new Rate(Counted.PUBLISH, 5, Duration.ofSeconds(10), ACCOUNT));
        assertThat(quotas.maxPayloadBytes()).isEqualTo(1024);
    }

    @Test
    void quotas_ofThePaidPlanWithoutHistory_areWider() {
        Quotas quotas = provider.quotas(
                Devices.sensor().plan(AdafruitPlan.PLUS).history(false).build());

        assertThat(quotas.rates())
                .contains(
                        new Rate(Counted.PUBLISH, 60, MINUTE, ACCOUNT),
                        new Rate(Counted.PUBLISH, 10, Duration.ofSeconds(10), ACCOUNT));
        assertThat(quotas.maxPayloadBytes()).isEqualTo(102_400);
    }

    @Test
    void quotas_ofARateOfOnesOwn_areThat() {
        assertThat(provider.quotas(Devices.sensor().publishRate(3).build()).rates())
                .contains(
                        new Rate(Counted.PUBLISH, 3, MINUTE, ACCOUNT),
                        new Rate(Counted.PUBLISH, 1, Duration.ofSeconds(10), ACCOUNT));
        assertThat(provider.quotas(Devices.sensor().publishRate(0).build()).rates())
                .containsExactly(new Rate(Counted.CONNECT, 20, MINUTE, ACCOUNT));
    }

    @Test
    void capabilities_always_areValuesOnly() {
        assertThat(provider.capabilities(Devices.sensor().build()).features()).isEmpty();
        assertThat(provider.capabilities(Devices.sensor().createdAt(true).build())
                        .features())
                .containsExactlyInAnyOrder(Feature.BATCH, Feature.HISTORY);
    }

    @ParameterizedTest
    @MethodSource("refusedConnects")
    void explainConnectCode_vector_waitsWhereThePlatformSaysSo(Values vector) {
        Failure failure = provider.explainConnectCode(Devices.sensor().build(), vector.integer("connack"))
                .orElseThrow();

        assertThat(failure.retryAfter().map(Duration::toSeconds).orElse(0L))
                .isEqualTo(vector.has("wait_s") ? vector.longInteger("wait_s") : 0);
    }

    @Test
    void explainConnectCode_ofItsOwnCodes_isThrottledAndBanned() {
        AdafruitConfig config = Devices.sensor().build();

        assertThat(provider.explainConnectCode(config, 6).orElseThrow().kind()).isEqualTo(FailureKind.THROTTLED);
        assertThat(provider.explainConnectCode(config, 7).orElseThrow().kind()).isEqualTo(FailureKind.BANNED);
        assertThat(provider.explainConnectCode(config, 8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void explainConnectCode_ofARefusedLogin_namesTheSettingsAndHidesTheKey(int code) {
        Failure failure =
                provider.explainConnectCode(Devices.sensor().build(), code).orElseThrow();

        assertThat(failure.kind()).isEqualTo(FailureKind.CREDENTIAL_REFUSED);
        assertThat(failure.explain()).contains("username", "tester", "AIO key").doesNotContain(Devices.KEY);
    }
}
