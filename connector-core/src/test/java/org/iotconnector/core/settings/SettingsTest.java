package org.iotconnector.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.iotconnector.core.InvalidConfigurationException;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Setting<String> NAME = Setting.text("deviceName")
            .description("Name of the device.")
            .example("lamp-1")
            .required()
            .build();
    private static final Setting<Secret> SECRET =
            Setting.secret("deviceSecret").description("Secret.").required().build();
    private static final Setting<Duration> KEEP_ALIVE = Setting.duration("keepAlive")
            .description("Keep alive.")
            .range(Duration.ofSeconds(30), Duration.ofMinutes(20))
            .defaultValue(Duration.ofMinutes(1))
            .build();
    private static final Setting<Path> TRUST =
            Setting.file("trustFile").description("Trust.").build();
    private static final List<Setting<?>> ALL = List.of(NAME, SECRET, KEEP_ALIVE, TRUST);

    @Test
    void get_valueDefaultOrNothing_answersAccordingly() {
        Settings settings = complete().build();

        assertThat(settings.get(NAME)).isEqualTo("lamp-1");
        assertThat(settings.get(KEEP_ALIVE)).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.find(TRUST)).isEmpty();
        assertThatThrownBy(() -> settings.get(TRUST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Setting [trustFile] has neither a value nor a default; read it with find().");
    }

    @Test
    void get_settingNotDeclared_isRefused() {
        Settings settings = complete().build();

        assertThatThrownBy(() ->
                        settings.get(Setting.text("region").description("R.").build()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings.get(
                        Setting.integer("deviceName").description("N.").build()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void get_throughAnExtendedDeclaration_findsTheValue() {
        Setting<Duration> own =
                KEEP_ALIVE.extend().defaultValue(Duration.ofMinutes(5)).build();

        Settings settings = Settings.builder(List.of(own)).build();

        assertThat(settings.get(KEEP_ALIVE)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void build_sourcesDisagree_followsThePrecedence() {
        SettingSource first = yaml("deviceName: file1\ndeviceSecret: a\nkeepAlive: 31s\ntrustFile: f.pem");
        SettingSource second = yaml("deviceName: file2");
        SettingSource environment = SettingSource.environment(
                Map.of("IOTC_DEVICE_NAME", "environment", "IOTC_KEEP_ALIVE", "32s", "IOTC_TRUST_FILE", "e.pem"), ALL);
        SettingSource options = SettingSource.options(Map.of("--device-name", "option", "--keep-alive", "33s"));

        Settings settings = Settings.builder(ALL)
                .put(NAME, "code")
                .read(options, environment, first, second)
                .build();

        assertThat(settings.get(NAME)).isEqualTo("code");
        assertThat(settings.get(KEEP_ALIVE)).isEqualTo(Duration.ofSeconds(33));
        assertThat(settings.get(TRUST)).isEqualTo(Path.of("e.pem"));
        assertThat(settings.get(SECRET)).isEqualTo(Secret.of("a"));
    }

    @Test
    void build_twoFiles_theLaterWins() {
        Settings settings = Settings.builder(List.of(NAME))
                .read(yaml("deviceName: first"), yaml("deviceName: second"))
                .build();

        assertThat(settings.get(NAME)).isEqualTo("second");
    }

    @Test
    void origin_ofEachValue_saysWhereItCameFrom() {
        Settings settings = Settings.builder(ALL)
                .put(SECRET, Secret.of("a"))
                .read(yaml("\ndeviceName: x"))
                .build();

        assertThat(settings.origin(NAME)).isEqualTo("lamp.yaml line 2");
        assertThat(settings.origin(SECRET)).isEqualTo("code");
        assertThat(settings.origin(KEEP_ALIVE)).isEqualTo("default");
        assertThat(settings.origin(TRUST)).isEqualTo("not set");
        assertThat(settings.isSet(NAME)).isTrue();
        assertThat(settings.isSet(KEEP_ALIVE)).isFalse();
    }

    @Test
    void build_everythingWrong_reportsAllProblemsAtOnce() {
        Settings.Builder builder = Settings.builder(ALL)
                .read(yaml("devicName: lamp\ncolour: red\nkeepAlive: 5s\ntrustFile: [a]"))
                .read(SettingSource.options(Map.of("--devise-secret", "s3cr3t")));

        InvalidConfigurationException thrown =
                catchThrowableOfType(InvalidConfigurationException.class, builder::build);

        assertThat(thrown.problems())
                .containsExactly(
                        new SettingProblem(
                                "deviseSecret",
                                "unknown setting (option --devise-secret); did you mean --device-secret?"),
                        new SettingProblem("devicName", "unknown setting (lamp.yaml line 1); did you mean deviceName?"),
                        new SettingProblem(
                                "colour",
                                "unknown setting (lamp.yaml line 2); known are deviceName, deviceSecret,"
                                        + " deviceSecretFile, deviceSecretEnv, keepAlive, trustFile."),
                        new SettingProblem(
                                "deviceName",
                                "is missing, such as lamp-1; set deviceName in the file, --device-name or"
                                        + " IOTC_DEVICE_NAME."),
                        new SettingProblem(
                                "deviceSecret",
                                "is missing; set deviceSecret or deviceSecretFile or deviceSecretEnv in the file,"
                                        + " --device-secret or IOTC_DEVICE_SECRET."),
                        new SettingProblem("keepAlive", "\"5s\" (lamp.yaml line 3) must be 30s to 20m."),
                        new SettingProblem("trustFile", "the list (lamp.yaml line 4) must be one value, not a list."));
        assertThat(thrown).hasMessageNotContaining("s3cr3t");
    }

    @Test
    void build_unknownKeyLong_isShownShort() {
        Settings.Builder builder = complete().read(yaml("a" + "b".repeat(1_000) + ": 1"));

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("a" + "b".repeat(59) + "…: unknown setting (lamp.yaml line 1); known are");
    }

    @Test
    void build_wrongValueOverridden_isNoProblem() {
        Settings settings = complete()
                .read(yaml("keepAlive: ${NO_SUCH_VARIABLE}"), SettingSource.options(Map.of("keepAlive", "45")))
                .build();

        assertThat(settings.get(KEEP_ALIVE)).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void build_ignoredKey_isNotReported() {
        Settings settings =
                complete().read(yaml("platform: aliyun")).ignoring("platform").build();

        assertThat(settings.get(NAME)).isEqualTo("lamp-1");
    }

    @Test
    void build_wrongValueFromCode_isReported() {
        assertThatThrownBy(
                        () -> complete().put(KEEP_ALIVE, Duration.ofSeconds(1)).build())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("keepAlive: \"1s\" must be 30s to 20m.");
    }

    @Test
    void putText_textThatCannotBeRead_isReportedWithTheRest() {
        assertThatThrownBy(() -> complete()
                        .putText(TRUST, "x", text -> {
                            throw new IllegalArgumentException("no path");
                        })
                        .put(KEEP_ALIVE, Duration.ofSeconds(1))
                        .build())
                .hasMessageContaining("trustFile: no path")
                .hasMessageContaining("keepAlive");
    }

    @Test
    void putText_afterTextThatCannotBeRead_takesTheProblemBack() {
        Settings settings = complete()
                .putText(KEEP_ALIVE, "x", text -> {
                    throw new IllegalArgumentException("no time");
                })
                .putText(KEEP_ALIVE, "PT40S", Duration::parse)
                .build();

        assertThat(settings.get(KEEP_ALIVE)).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void forPlatform_sourceOfAnother_isReported() {
        assertThatThrownBy(() -> complete()
                        .forPlatform("aliyun")
                        .read(yaml("platform: onenet"))
                        .build())
                .hasMessageContaining("platform: is \"onenet\"")
                .hasMessageContaining("configuration for aliyun");
    }

    @Test
    void forPlatform_sourceOfTheSame_isTaken() {
        Settings settings =
                complete().forPlatform("aliyun").read(yaml("platform: aliyun")).build();

        assertThat(settings.get(NAME)).isEqualTo("lamp-1");
    }

    @Test
    void build_substitutedValueIsWrong_showsTheReferenceOnly() {
        SettingSource file =
                SettingSource.yaml("keepAlive: ${LAMP_SECRET}", "lamp.yaml", Map.of("LAMP_SECRET", "s3cr3t"));

        assertThatThrownBy(() -> complete().read(file).build())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("keepAlive: \"${LAMP_SECRET}\" (lamp.yaml line 1) must be a duration such as 500ms, 30s,"
                        + " 5m, 2h, 1d or PT30S.");
    }

    @Test
    void build_substitutedOwnTypeIsWrong_dropsTheReasonThatMayQuoteIt() {
        Setting<Object> own = Setting.<Object>of(
                        "endpoint",
                        text -> {
                            throw new IllegalArgumentException("no scheme in " + text);
                        },
                        "endpoint")
                .description("Where.")
                .build();
        SettingSource file = SettingSource.yaml("endpoint: ${LAMP_SECRET}", "l", Map.of("LAMP_SECRET", "s3cr3t"));

        assertThatThrownBy(() -> Settings.builder(List.of(own)).read(file).build())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("endpoint: \"${LAMP_SECRET}\" (l line 1) is not a valid endpoint.");
    }

    @Test
    void build_variableInAList_isReportedWithKeyAndVariable() {
        Setting<List<String>> list = Setting.list("topics").description("T.").build();
        SettingSource file = SettingSource.yaml("topics: [a, '${MISSING}']", "l", Map.of());

        assertThatThrownBy(() -> Settings.builder(List.of(list)).read(file).build())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("topics: the list (l line 1) needs the environment variable MISSING");
    }

    @Test
    void build_structuredSetting_readsAMapping() {
        Setting<Set<String>> keys = Setting.<Set<String>>structured(
                        "will",
                        raw -> raw.match(
                                text -> Set.of(),
                                mapping -> mapping.entries().keySet(),
                                list -> Set.of(),
                                invalid -> Set.of()),
                        "will")
                .description("Will.")
                .build();

        Settings settings = Settings.builder(List.of(keys))
                .read(yaml("will: {topic: a, payload: b}"))
                .build();

        assertThat(settings.get(keys)).containsExactlyInAnyOrder("topic", "payload");
    }

    @Test
    void builder_twoDeclarationsWithOneKey_isRefused() {
        Setting<?> clash = Setting.text("deviceSecretFile").description("X.").build();

        assertThatThrownBy(() -> Settings.builder(List.of(SECRET, clash)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Setting [deviceSecretFile] is declared twice.");
    }

    @Test
    void put_null_takesTheValueBack() {
        Settings settings = complete().put(TRUST, Path.of("a")).put(TRUST, null).build();

        assertThat(settings.isSet(TRUST)).isFalse();
    }

    @Test
    void equals_sameValuesFromElsewhere_isTrue() {
        Settings fromFile = Settings.builder(ALL)
                .read(yaml("deviceName: lamp-1\ndeviceSecret: s3cr3t\nkeepAlive: 60s"))
                .build();

        assertThat(fromFile)
                .isEqualTo(complete().build())
                .hasSameHashCodeAs(complete().build());
        assertThat(fromFile).isNotEqualTo(complete().put(NAME, "lamp-2").build());
        assertThat(fromFile)
                .isNotEqualTo(complete().put(SECRET, Secret.of("other")).build());
    }

    @Test
    void equals_obeysTheContract() {
        EqualsVerifier.forClass(Settings.class)
                .withPrefabValues(Setting.class, NAME, KEEP_ALIVE)
                .withIgnoredFields("origins", "broken")
                .suppress(nl.jqno.equalsverifier.Warning.NULL_FIELDS)
                .verify();
    }

    @Test
    void toString_withSecrets_redactsThem() {
        assertThat(complete().build())
                .hasToString("Settings{deviceName=lamp-1, deviceSecret=Secret[redacted], keepAlive=PT1M}");
    }

    private static Settings.Builder complete() {
        return Settings.builder(ALL).put(NAME, "lamp-1").put(SECRET, Secret.of("s3cr3t"));
    }

    private static SettingSource yaml(String text) {
        return SettingSource.yaml(text, "lamp.yaml", Map.of());
    }
}
