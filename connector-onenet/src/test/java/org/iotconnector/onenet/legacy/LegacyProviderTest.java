package org.iotconnector.onenet.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.SettingProblem;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Capabilities.Feature;
import org.iotconnector.core.spi.Providers;
import org.iotconnector.core.spi.ReplyCodes;
import org.junit.jupiter.api.Test;

class LegacyProviderTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);

    private final LegacyProvider provider = new LegacyProvider();

    @Test
    void provider_byId_isFound() {
        assertThat(Providers.load().get("onenetlegacy")).isInstanceOf(LegacyProvider.class);
    }

    @Test
    void connect_always_carriesNumbersAndPassword() {
        LegacyConfig config = Devices.sensor()
                .keepAlive(Duration.ofMinutes(2))
                .cleanStart(false)
                .build();

        ConnectParameters parameters = provider.connect(config, NOW);

        assertThat(parameters.clientIdentifier().text()).isEqualTo("5616839");
        assertThat(parameters.username()).contains("86540");
        assertThat(parameters.password()).contains(Secret.of(Devices.AUTH_INFO));
        assertThat(parameters.version()).isEqualTo(MqttVersion.V3_1_1);
        assertThat(parameters.keepAlive()).isEqualTo(Duration.ofMinutes(2));
        assertThat(parameters.cleanStart()).isFalse();
        assertThat(parameters.will()).isEmpty();
        assertThat(parameters.endpoint().tls()).isFalse();
    }

    @Test
    void connect_atAnyTime_isTheSame() {
        LegacyConfig config = Devices.sensor().build();

        assertThat(provider.connect(config, NOW)).isEqualTo(provider.connect(config, NOW.plusSeconds(9_000)));
    }

    @Test
    void capabilities_always_areThoseOfAPlatformWithoutReplies() {
        assertThat(provider.capabilities(Devices.sensor().build()))
                .isEqualTo(Capabilities.of(Feature.BATCH, Feature.RAW));
    }

    @Test
    void replyCodes_always_areThoseOfHttp() {
        assertThat(provider.replyCodes()).isEqualTo(ReplyCodes.HTTP_LIKE);
    }

    @Test
    void check_ofSettingsWithProblemsOfEveryKind_reportsThemTogether() {
        Settings.Builder settings = Settings.builder(provider.settings())
                .check(provider::check)
                .read(SettingSource.yaml("""
                        productId: 86540
                        deviceId: lamp
                        keepAlive: 5s
                        thingModel: none.json
                        trustPassword: t
                        """, "sensor.yaml"));

        InvalidConfigurationException thrown =
                catchThrowableOfType(InvalidConfigurationException.class, settings::build);

        assertThat(thrown.problems())
                .extracting(SettingProblem::key)
                .containsExactlyInAnyOrder("deviceId", "keepAlive", "thingModel", "trustPassword", "authInfo");
    }
}
