package org.iotconnector.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.SessionSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in places where messages quote what they find. */
class ProblemSecrecyTest {
    private static final Setting<Secret> SECRET =
            Setting.secret("deviceSecret").description("Secret.").build();

    private static String problems(String yaml) {
        InvalidConfigurationException wrong = catchThrowableOfType(
                InvalidConfigurationException.class,
                () -> Settings.builder(List.of(SECRET, SessionSettings.ENDPOINT))
                        .read(SettingSource.yaml(yaml, "lamp.yaml", Map.of()))
                        .build());
        return wrong.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mqtt://me:geheim@127.0.0.1",
                "mqtt://me:gehe im-geheim@127.0.0.1",
                "mqtt://me:ge/heim@geheim@127.0.0.1",
                "me:geheim@127.0.0.1",
                "' http://geheim@127.0.0.1'"
            })
    void endpoint_withALogin_isQuotedWithoutIt(String address) {
        assertThat(problems("endpoint: " + address))
                .contains("endpoint", "…@127.0.0.1")
                .doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deviceSecret:geheim: x", "deviceSecret=geheim: x", "{deviceSecret:geheim: x}"})
    void unknownSetting_thatSwallowedItsValue_isNamedWithoutIt(String yaml) {
        assertThat(problems(yaml))
                .contains("deviceSecret…: ")
                .contains("did you mean deviceSecret?")
                .doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!geheim!x", "!geheim!", "*geheim", "&", "%geheim", "@geheim", "`geheim", "\"\\qgeheim\""})
    void yaml_thatIsBrokenByTheSecret_isExplainedWithoutIt(String value) {
        assertThat(problems("deviceSecret: " + value)).contains("lamp.yaml").doesNotContain("geheim");
    }
}
