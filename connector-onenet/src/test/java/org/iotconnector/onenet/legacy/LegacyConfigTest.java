package org.iotconnector.onenet.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteOrder;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.SettingProblem;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ThingModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyConfigTest {
    private static final String YAML = """
            platform: onenetlegacy
            productId: 86540
            deviceId: 5616839
            authInfo: SN-k9WmZq3TfLx7
            """;

    private static List<String> problemsOf(LegacyConfigBuilder builder) {
        InvalidConfigurationException thrown =
                catchThrowableOfType(InvalidConfigurationException.class, builder::build);
        assertThat(thrown).as("the configuration was accepted").isNotNull();
        return thrown.problems().stream().map(SettingProblem::toString).toList();
    }

    private static LegacyConfigBuilder given(String setting, String value) {
        return Devices.sensor().read(SettingSource.yaml(setting + ": \"" + value + "\"", "sensor.yaml"));
    }

    private static LegacyConfig read(String yaml) {
        return LegacyConfig.of(Settings.builder(LegacyConfig.settings())
                .ignoring("platform")
                .read(SettingSource.yaml(yaml, "sensor.yaml"))
                .build());
    }

    @Test
    void config_identityOnly_hasTheDocumentedDefaults() {
        LegacyConfig config = Devices.sensor().build();

        assertThat(config.deviceId()).isEqualTo("86540/5616839");
        assertThat(config.endpoint()).isEqualTo(Endpoint.parse("mqtt://mqtt.heclouds.com:6002"));
        assertThat(config.dataType()).isEqualTo(3);
        assertThat(config.rawStream()).isEqualTo("raw");
        assertThat(config.commands()).isEqualTo(CommandForm.JSON);
        assertThat(config.timeZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(config.binaryTimeZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(config.floatOrder()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
        assertThat(config.qos()).isEqualTo(QualityOfService.AT_LEAST_ONCE);
        assertThat(config.keepAlive()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.cleanStart()).isTrue();
        assertThat(config.session()).isEqualTo(SessionOptions.standard());
        assertThat(config.thingModel()).isEmpty();
    }

    @Test
    void config_fromFileAndFromCode_isEqual() {
        LegacyConfig fromFile = read(YAML + """
                dataType: 1
                rawStream: bytes
                commands: raw
                timeZone: "+09:00"
                binaryTimeZone: UTC
                floatOrder: big-endian
                qos: 0
                keepAlive: 120s
                cleanStart: false
                endpoint: mqtt://127.0.0.1:6002
                """);

        LegacyConfig fromCode = Devices.sensor()
                .dataType(1)
                .rawStream("bytes")
                .commands(CommandForm.RAW)
                .timeZone(ZoneId.of("+09:00"))
                .binaryTimeZone(ZoneId.of("UTC"))
                .floatOrder(ByteOrder.BIG_ENDIAN)
                .qos(QualityOfService.AT_MOST_ONCE)
                .keepAlive(Duration.ofMinutes(2))
                .cleanStart(false)
                .endpoint("mqtt://127.0.0.1:6002")
                .build();

        assertThat(fromFile).isEqualTo(fromCode).hasSameHashCodeAs(fromCode);
    }

    @Test
    void config_defaultGivenExplicitly_isEqualToDefault() {
        LegacyConfig given = Devices.sensor()
                .endpoint("mqtt://mqtt.heclouds.com:6002")
                .binaryTimeZone(ZoneId.of("Asia/Shanghai"))
                .build();

        assertThat(given).isEqualTo(Devices.sensor().build());
    }

    @Test
    void binaryTimeZone_notGiven_followsTimeZone() {
        LegacyConfig config = Devices.sensor().timeZone(ZoneId.of("UTC")).build();

        assertThat(config.binaryTimeZone()).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void newBuilder_ofAConfig_keepsEverythingElse() {
        ThingModel model = ThingModel.builder()
                .property(PropertySpec.readWrite("t", DataType.float64()))
                .build();
        LegacyConfig config =
                Devices.sensor().timeZone(ZoneId.of("UTC")).thingModel(model).build();

        LegacyConfig changed =
                config.newBuilder().qos(QualityOfService.AT_MOST_ONCE).build();

        assertThat(changed.newBuilder().qos(null).build()).isEqualTo(config);
        assertThat(changed.thingModel()).contains(model);
    }

    @Test
    void apiKey_inPlaceOfAuthInfo_isThePassword() {
        LegacyConfig config =
                Devices.sensor().authInfo(null).apiKey(Secret.of("key=")).build();

        assertThat(config.password()).isEqualTo(Secret.of("key="));
    }

    @Test
    void password_missing_isReportedWithBothWaysToGiveIt() {
        assertThat(problemsOf(Devices.sensor().authInfo(null)))
                .singleElement()
                .asString()
                .startsWith("authInfo: is missing")
                .contains("apiKey");
    }

    @Test
    void password_givenTwice_isReported() {
        assertThat(problemsOf(Devices.sensor().apiKey(Secret.of("k"))))
                .singleElement()
                .asString()
                .contains("drop one")
                .doesNotContain(Devices.AUTH_INFO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqtts://mqtts.heclouds.com:8883", "ws://127.0.0.1", "wss://127.0.0.1"})
    void endpoint_thatIsNotPlainTcp_isRefusedWithTheReason(String uri) {
        assertThat(problemsOf(Devices.sensor().endpoint(uri)))
                .singleElement()
                .asString()
                .contains("plain TCP only")
                .contains("platform: onenet");
    }

    @Test
    void endpoint_thatIsNone_isReported() {
        assertThat(problemsOf(Devices.sensor().endpoint("mqtt.heclouds.com")))
                .singleElement()
                .asString()
                .startsWith("endpoint");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "productId | a1B2c3D4e5 | number of 1 to 19 digits",
                "deviceId | lamp-1 | number of 1 to 19 digits",
                "dataType | 4 | becomes 4 by itself",
                "dataType | 7 | LegacyDevice",
                "qos | 2 | 0 or 1",
                "keepAlive | 60s | 2m",
                "keepAlive | 1d | 65535s",
                "timeZone | Beijing | Asia/Shanghai",
                "binaryTimeZone | Mars/North | Asia/Shanghai",
                "floatOrder | middle | little-endian",
                "commands | xml | json"
            })
    void setting_thatThePlatformWouldNotTake_isRefusedWithTheReason(String setting, String value, String reason) {
        LegacyConfigBuilder builder = given(setting, value);
        if (setting.equals("productId")) {
            builder.productId(null);
        } else if (setting.equals("deviceId")) {
            builder.deviceId(null);
        }

        assertThat(problemsOf(builder))
                .singleElement()
                .asString()
                .contains(setting)
                .contains(reason);
    }

    @Test
    void mqttVersion_ofAnyKind_isNoSetting() {
        assertThat(problemsOf(given("mqttVersion", "5")))
                .singleElement()
                .asString()
                .contains("mqttVersion");
    }

    @Test
    void read_ofAFileForAnotherPlatform_isRefused() {
        assertThat(problemsOf(Devices.sensor().read(SettingSource.yaml("platform: onenet", "other.yaml"))))
                .singleElement()
                .asString()
                .contains("onenetlegacy");
    }

    @Test
    void toString_always_showsDeviceAndPlaceAndNoSecret() {
        assertThat(Devices.sensor().build())
                .hasToString("LegacyConfig[86540/5616839 at mqtt://mqtt.heclouds.com:6002]");
    }

    @Test
    void equals_ofAllThatTakesEffect_keepsTheContract() {
        EqualsVerifier.forClass(LegacyConfig.class)
                .withOnlyTheseFields("effective")
                .withPrefabValues(
                        ThingModel.class,
                        ThingModel.builder().build(),
                        ThingModel.builder()
                                .property(PropertySpec.readOnly("t", DataType.float64()))
                                .build())
                .withPrefabValues(
                        SessionOptions.class,
                        SessionOptions.standard(),
                        SessionOptions.builder()
                                .connectTimeout(Duration.ofSeconds(1))
                                .build())
                .suppress(Warning.NULL_FIELDS, Warning.ALL_FIELDS_SHOULD_BE_USED)
                .verify();
    }
}
