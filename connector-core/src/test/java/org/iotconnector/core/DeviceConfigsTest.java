package org.iotconnector.core;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.spi.Providers;
import org.junit.jupiter.api.Test;

class DeviceConfigsTest {
    private final Providers none = Providers.of(List.of());

    @Test
    void load_withoutPlatform_saysThatItIsMissing() {
        SettingSource yaml = SettingSource.yaml("deviceName: lamp\n", "lamp.yaml");

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> DeviceConfigs.load(none, Map.of(), yaml))
                .withMessageStartingWith("platform: is missing");
    }

    @Test
    void load_unknownPlatform_namesTheKnownOnes() {
        SettingSource yaml = SettingSource.yaml("platform: aliyum\n", "lamp.yaml");

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> DeviceConfigs.load(none, Map.of(), yaml))
                .withMessageContaining("aliyum");
    }
}
