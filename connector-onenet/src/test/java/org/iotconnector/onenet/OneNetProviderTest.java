package org.iotconnector.onenet;

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

class OneNetProviderTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);

    private final OneNetProvider provider = new OneNetProvider();

    private static OneNetConfigBuilder child() {
        return OneNetConfig.builder().productId("SubPid0001").deviceName("child-1");
    }

    @Test
    void provider_byId_isFound() {
        assertThat(Providers.load().get("onenet")).isInstanceOf(OneNetProvider.class);
    }

    @Test
    void settings_always_areDeclaredOnceAndDescribed() {
        assertThat(provider.settings())
                .extracting(Setting::key)
                .doesNotHaveDuplicates()
                .contains("endpoint", "qos", "gateway");
        assertThat(provider.settings())
                .allSatisfy(setting -> assertThat(setting.description()).endsWith("."));
    }

    @Test
    void check_ofFileWithProblemsOfEveryKind_reportsThemTogether() {
        Settings.Builder settings = Settings.builder(provider.settings())
                .check(provider::check)
                .read(SettingSource.yaml("""
                        productId: a1B2c3D4e5
                        deviceName: sensor-01
                        keepAlive: 5s
                        mqttVersion: 5
                        thingModel: none.json
                        gateway: none.yaml
                        trustPassword: t
                        """, "sensor.yaml"));

        InvalidConfigurationException thrown =
                catchThrowableOfType(InvalidConfigurationException.class, settings::build);

        assertThat(thrown.problems())
                .extracting(SettingProblem::key)
                .containsExactlyInAnyOrder("keepAlive", "mqttVersion", "thingModel", "gateway", "trustPassword");
    }

    @Test
    void connect_twiceAtOneMoment_isEqual() {
        OneNetConfig config = Devices.sensor().build();

        assertThat(provider.connect(config, NOW)).isEqualTo(provider.connect(config, NOW));
    }

    @Test
    void connect_always_carriesEverySettingOfTheConnection() {
        OneNetConfig config = Devices.sensor().keepAlive(Duration.ofMinutes(3)).build();

        ConnectParameters parameters = provider.connect(config, NOW);

        assertThat(parameters.endpoint()).isEqualTo(config.endpoint());
        assertThat(parameters.version()).isEqualTo(MqttVersion.V3_1_1);
        assertThat(parameters.keepAlive()).isEqualTo(Duration.ofMinutes(3));
        assertThat(parameters.tls()).isEqualTo(config.tls());
        assertThat(parameters.toString()).doesNotContain(Devices.DEVICE_KEY).doesNotContain("sign=");
    }

    @Test
    void connect_ofASubDevice_isItsGateways() {
        OneNetConfig hub = Devices.sensor().build();
        OneNetConfig behind = child().gateway(hub).build();

        assertThat(provider.connect(behind, NOW)).isEqualTo(provider.connect(hub, NOW));
        assertThat(provider.timeReference(behind)).isEqualTo(provider.timeReference(hub));
    }

    /** OneNET, "MQTT limits", the strictest of three pages. */
    @Test
    void quotas_always_areThoseOfThePlatform() {
        Quotas quotas = provider.quotas(Devices.sensor().build());

        assertThat(quotas.rates())
                .containsExactly(
                        Rate.of(Counted.CONNECT, 3, Duration.ofSeconds(5)),
                        Rate.of(Counted.PUBLISH, 1, Duration.ofSeconds(1)));
        assertThat(quotas.maxPayloadBytes()).isEqualTo(262_144);
        assertThat(quotas.maxFiltersPerSubscribe()).isEqualTo(8);
    }

    @Test
    void quotas_withoutPublishRate_limitConnectsOnly() {
        assertThat(provider.quotas(Devices.sensor().publishRate(0).build()).rates())
                .containsExactly(Rate.of(Counted.CONNECT, 3, Duration.ofSeconds(5)));
    }

    @Test
    void capabilities_byDataProtocol_areItsOwn() {
        assertThat(provider.capabilities(Devices.sensor().build()).features())
                .containsExactlyInAnyOrder(
                        Feature.REPLIES,
                        Feature.EVENTS,
                        Feature.SERVICES,
                        Feature.DESIRED_VALUES,
                        Feature.BATCH,
                        Feature.HISTORY);
        assertThat(provider.capabilities(
                                Devices.sensor().dataProtocol(DataProtocol.RAW).build())
                        .features())
                .containsExactly(Feature.RAW);
        assertThat(provider.capabilities(Devices.sensor()
                                .dataProtocol(DataProtocol.DATASTREAM)
                                .build())
                        .features())
                .contains(Feature.REPLIES)
                .doesNotContain(Feature.EVENTS, Feature.SERVICES);
    }

    @Test
    void capabilities_ofASubDevice_lackDesiredValues() {
        OneNetConfig behind = child().gateway(Devices.sensor().build()).build();

        assertThat(provider.capabilities(behind).has(Feature.DESIRED_VALUES)).isFalse();
        assertThat(provider.capabilities(behind).has(Feature.SERVICES)).isTrue();
    }

    @Test
    void replyCodes_ofDevices_areThoseOfTheVendorsSdk() {
        assertThat(provider.replyCodes()).isEqualTo(new ReplyCodes(200, 100, 100));
    }
}
