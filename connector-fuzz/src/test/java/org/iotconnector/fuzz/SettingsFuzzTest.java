package org.iotconnector.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.core.DeviceConfigs;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.spi.Providers;

/** A device's settings, from a file and from options. */
class SettingsFuzzTest {
    private static final Providers PROVIDERS = Providers.load();
    private static final Map<String, String> ENVIRONMENT = Map.of("LAMP_SECRET", "0123456789abcdef", "EMPTY", "");

    @FuzzTest
    void deviceFile(byte[] input) {
        Check.read(
                        () -> SettingSource.yaml(Check.text(input), "lamp.yaml", ENVIRONMENT),
                        InvalidConfigurationException.class)
                .ifPresent(SettingsFuzzTest::load);
    }

    @FuzzTest
    void options(byte[] input) {
        Map<String, String> options = new LinkedHashMap<>();
        Check.text(input).lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                options.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        });
        Check.read(() -> SettingSource.options(options), InvalidConfigurationException.class)
                .ifPresent(SettingsFuzzTest::load);
    }

    private static void load(SettingSource source) {
        assertThat(source.toString()).isNotBlank();
        Check.read(() -> DeviceConfigs.load(PROVIDERS, ENVIRONMENT, source), InvalidConfigurationException.class)
                .ifPresent(config -> {
                    assertThat(config.deviceId()).isNotNull();
                    assertThat(config.toString()).doesNotContain("0123456789abcdef");
                });
    }
}
