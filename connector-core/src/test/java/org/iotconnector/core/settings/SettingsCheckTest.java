package org.iotconnector.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.iotconnector.core.InvalidConfigurationException;
import org.junit.jupiter.api.Test;

class SettingsCheckTest {
    private static final Setting<Integer> LOW =
            Setting.integer("low").description("Low.").required().build();
    private static final Setting<Integer> HIGH =
            Setting.integer("high").description("High.").required().build();
    private static final SettingsCheck ORDER = (settings, problems) -> {
        if (settings.get(LOW) > settings.get(HIGH)) {
            problems.add(HIGH, "must not be below low.");
        }
    };
    private static final SettingsCheck SMALL = (settings, problems) -> {
        if (settings.get(LOW) > 5) {
            problems.add(LOW, "must not be above 5 here.");
        }
    };

    @Test
    void build_rulesBroken_reportsEach() {
        Settings.Builder builder = builder("low: 9\nhigh: 1").check(ORDER).check(SMALL);

        InvalidConfigurationException thrown =
                catchThrowableOfType(InvalidConfigurationException.class, builder::build);

        assertThat(thrown.problems())
                .containsExactly(
                        new SettingProblem("high", "must not be below low."),
                        new SettingProblem("low", "must not be above 5 here."));
    }

    @Test
    void build_ruleOverBrokenSetting_addsNothingAndOthersStillRun() {
        Settings.Builder builder = builder("low: 9\nhigh: x").check(ORDER).check(SMALL);

        InvalidConfigurationException thrown =
                catchThrowableOfType(InvalidConfigurationException.class, builder::build);

        assertThat(thrown.problems()).extracting(SettingProblem::key).containsExactly("high", "low");
    }

    @Test
    void build_rulesKept_givesSettings() {
        assertThat(builder("low: 1\nhigh: 2").check(ORDER).check(SMALL).build().get(HIGH))
                .isEqualTo(2);
    }

    @Test
    void throwIfAny_withProblems_carriesThemInOrder() {
        ProblemCollector problems =
                new ProblemCollector().add("a", "first").addAll(InvalidConfigurationException.of("b", "second"));

        assertThat(problems.isEmpty()).isFalse();
        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("2 settings are wrong:\n  - a: first\n  - b: second");
    }

    @Test
    void throwIfAny_withoutProblems_doesNothing() {
        ProblemCollector problems = new ProblemCollector();

        problems.throwIfAny();

        assertThat(problems.problems()).isEmpty();
    }

    private static Settings.Builder builder(String yaml) {
        return Settings.builder(List.of(LOW, HIGH)).read(SettingSource.yaml(yaml, "x.yaml", Map.of()));
    }
}
