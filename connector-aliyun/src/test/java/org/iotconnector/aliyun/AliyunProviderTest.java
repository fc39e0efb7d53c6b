package org.iotconnector.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.SettingProblem;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.spi.Capabilities.Feature;
import org.iotconnector.core.spi.Providers;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.Quotas.Counted;
import org.iotconnector.core.spi.Quotas.Rate;
import org.iotconnector.core.spi.ReplyCodes;
import org.junit.jupiter.api.Test;

class AliyunProviderTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);

    private final AliyunProvider provider = new AliyunProvider();

    @Test
    void provider_byId_isFound() {
        assertThat(Providers.load().get("aliyun")).isInstanceOf(AliyunProvider.class);
    }

    @Test
    void settings_always_areDeclaredOnceAndDescribed() {
        assertThat(provider.settings())
                .extracting(Setting::key)
                .doesNotHaveDuplicates()
                .contains("endpoint", "qos");
        assertThat(provider.settings())
                .allSatisfy(setting -> assertThat(setting.description()).endsWith("."));
    }

    @Test
    void check_ofFileWithProblemsOfEveryKind_reportsThemTogether() {
        Settings.Builder settings =
                Settings.builder(provider.settings()).check(provider::check).read(SettingSource.yaml("""
                        productKey: a1Demo0Prod
                        deviceName: lamp-0001
                        deviceSecret: k9WmZq3TfLx7RvB2NdYpHs5JcUeA8gQ4
                        keepAlive: 5s
                        mqttVersion: 5
                        thingModel: none.json
                        trustPassword: t
                        """, "lamp.yaml"));

        InvalidConfigurationException thrown =
                catchThrowableOfType(InvalidConfigurationException.class, settings::build);

        assertThat(thrown.problems())
                .extracting(SettingProblem::key)
                .containsExactlyInAnyOrder("keepAlive", "mqttVersion", "thingModel", "trustPassword");
    }

    @Test
    void connect_twiceAtOneMoment_isEqual() {
        AliyunConfig config = Devices.lamp().timestamp("now").build();

        assertThat(provider.connect(config, NOW)).isEqualTo(provider.connect(config, NOW));
    }

    @Test
    void connect_withTimestampNow_isSignedAnewForEachAttempt() {
        AliyunConfig config = Devices.lamp().timestamp("now").build();

        ConnectParameters first = provider.connect(config, NOW);
        ConnectParameters second = provider.connect(config, NOW.plusSeconds(1));

        assertThat(first.clientIdentifier().text()).contains("timestamp=1700000000000");
        assertThat(second.clientIdentifier().text()).contains("timestamp=1700000001000");
        assertThat(second.password()).isNotEqualTo(first.password());
    }

    @Test
    void connect_always_carriesEverySettingOfTheConnection() {
        AliyunConfig config = Devices.lamp()
                .instanceId("iot-06z00abc")
                .mqttVersion(MqttVersion.V5)
                .keepAlive(Duration.ofMinutes(2))
                .cleanStart(false)
                .build();

        ConnectParameters parameters = provider.connect(config, NOW);

        assertThat(parameters.endpoint()).isEqualTo(config.endpoint());
        assertThat(parameters.version()).isEqualTo(MqttVersion.V5);
        assertThat(parameters.keepAlive()).isEqualTo(Duration.ofMinutes(2));
        assertThat(parameters.cleanStart()).isFalse();
        assertThat(parameters.will()).isEmpty();
        assertThat(parameters.username()).contains("lamp-0001&a1Demo0Prod");
        assertThat(parameters.tls()).isEqualTo(config.session().tls());
        assertThat(parameters.toString()).doesNotContain(Devices.SECRET);
    }

    /** Aliyun IoT, "Limits". */
    @Test
    void quotas_always_areThoseOfThePlatform() {
        Quotas quotas = provider.quotas(Devices.lamp().build());

        assertThat(quotas.rates())
                .containsExactly(
                        Rate.of(Counted.CONNECT, 5, Duration.ofMinutes(1)),
                        Rate.of(Counted.PUBLISH_AT_MOST_ONCE, 30, Duration.ofSeconds(1)),
                        Rate.of(Counted.PUBLISH_ACKNOWLEDGED, 10, Duration.ofSeconds(1)));
        assertThat(quotas.maxInFlight()).isEqualTo(100);
        assertThat(quotas.maxPayloadBytes()).isEqualTo(262_144);
        assertThat(quotas.maxFiltersPerSubscribe()).isEqualTo(8);
    }

    @Test
    void capabilities_ofMqtt3_haveNeitherRetainNorWillNorQos2() {
        AliyunConfig config = Devices.lamp().build();

        assertThat(provider.capabilities(config).features())
                .containsExactlyInAnyOrder(
                        Feature.REPLIES,
                        Feature.EVENTS,
                        Feature.SERVICES,
                        Feature.DESIRED_VALUES,
                        Feature.BATCH,
                        Feature.HISTORY,
                        Feature.RAW);
    }

    @Test
    void capabilities_ofMqtt5_haveRetainAndWill() {
        AliyunConfig config =
                Devices.lamp().mqttVersion(MqttVersion.V5).instanceId("iot-1").build();

        assertThat(provider.capabilities(config).has(Feature.RETAIN)).isTrue();
        assertThat(provider.capabilities(config).has(Feature.WILL)).isTrue();
        assertThat(provider.capabilities(config).has(Feature.QOS_2)).isFalse();
    }

    @Test
    void replyCodes_ofDevices_areThoseOfThePropertySet() {
        assertThat(provider.replyCodes()).isEqualTo(new ReplyCodes(200, 400, 460));
    }
}
