package org.iotconnector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.SettingProblem;
import org.iotconnector.core.settings.Settings;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a provider's settings and configuration owe their users. */
abstract class SettingsRules<C extends DeviceConfig<C>> {
    private final ProviderContract<C> contract;

    SettingsRules(ProviderContract<C> contract) {
        this.contract = contract;
    }

    @Test
    @DisplayName("The id is the same lower-case letters and digits always")
    void id_always_isLowerCaseLettersAndDigits() {
        assertThat(contract.provider().id())
                .matches("[a-z][a-z0-9]*")
                .isEqualTo(contract.provider().id());
        assertThat(contract.provider().title()).isNotBlank();
    }

    @Test
    @DisplayName("Each key is declared once")
    void settings_always_declareEachKeyOnce() {
        assertThat(contract.provider().settings()).extracting(Setting::key).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("Each setting is described in a sentence")
    void settings_always_areDescribed() {
        assertThat(contract.provider().settings())
                .allSatisfy(setting -> assertThat(setting.description())
                        .as(setting.key())
                        .isNotBlank()
                        .endsWith("."));
    }

    @Test
    @DisplayName("The common settings follow the platform's own")
    void settings_always_includeTheCommonOnes() {
        assertThat(contract.provider().settings())
                .extracting(Setting::key)
                .containsAll(SessionSettings.all().stream().map(Setting::key).toList());
    }

    @Test
    @DisplayName("Everything that is required and missing is reported together")
    void configure_withoutSettings_reportsEveryMissingOne() {
        Set<String> required = contract.provider().settings().stream()
                .filter(Setting::isRequired)
                .map(Setting::key)
                .collect(Collectors.toCollection(HashSet::new));
        Assumptions.assumeFalse(required.isEmpty(), "This platform requires no setting.");

        InvalidConfigurationException failure =
                catchThrowableOfType(InvalidConfigurationException.class, this::configureNothing);

        assertThat(failure).isNotNull();
        assertThat(failure.problems()).extracting(SettingProblem::key).containsAll(required);
    }

    private void configureNothing() {
        contract.provider()
                .configure(Settings.builder(contract.provider().settings())
                        .environment(Map.of())
                        .check(contract.provider()::check)
                        .build());
    }

    @Test
    @DisplayName("Every rule that the settings break is reported together")
    void configure_withBrokenSettings_reportsEveryRule() {
        Map<String, String> broken = contract.brokenSettings();
        Assumptions.assumeFalse(broken.isEmpty(), "No broken settings are given.");

        InvalidConfigurationException failure =
                catchThrowableOfType(InvalidConfigurationException.class, () -> contract.configure(broken));

        assertThat(failure).isNotNull();
        assertThat(failure.problems()).extracting(SettingProblem::key).containsAll(broken.keySet());
    }

    @Test
    @DisplayName("Equal settings make equal configurations, so that two handles are one device")
    void configure_twice_isEqual() {
        C first = contract.configure();
        C second = contract.configure();

        assertThat(first).isEqualTo(second).hasSameHashCodeAs(second);
        assertThat(first.sessionKey()).isEqualTo(second.sessionKey()).hasSameHashCodeAs(second.sessionKey());
    }

    @Test
    @DisplayName("The configuration leads back to its provider and names the device")
    void configuration_always_knowsProviderAndDevice() {
        C config = contract.configure();

        assertThat(config.provider().id()).isEqualTo(contract.provider().id());
        assertThat(config.deviceId()).isNotBlank();
    }
}
