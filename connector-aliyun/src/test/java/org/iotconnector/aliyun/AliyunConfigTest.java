package org.iotconnector.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttVersion;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AliyunConfigTest {
    private static final String YAML = """
            platform: aliyun
            productKey: a1Demo0Prod
            deviceName: lamp-0001
            deviceSecret: k9WmZq3TfLx7RvB2NdYpHs5JcUeA8gQ4
            """;

    private static final String TSL = """
            {"profile":{"productKey":"a1Demo0Prod"},"properties":[{"identifier":"LightSwitch","name":"Light",\
            "accessMode":"rw","required":false,"dataType":{"type":"bool","specs":{"0":"off","1":"on"}}}],\
            "events":[],"services":[]}
            """;

    private static List<String> problemsOf(AliyunConfigBuilder builder) {
        InvalidConfigurationException thrown =
                catchThrowableOfType(InvalidConfigurationException.class, builder::build);
        assertThat(thrown).as("the configuration was accepted").isNotNull();
        return thrown.problems().stream().map(SettingProblem::toString).toList();
    }

    private static AliyunConfig read(String yaml) {
        return AliyunConfig.of(Settings.builder(AliyunConfig.settings())
                .ignoring("platform")
                .read(SettingSource.yaml(yaml, "lamp.yaml"))
                .build());
    }

    @Test
    void config_identityOnly_hasTheDocumentedDefaults() {
        AliyunConfig config = Devices.lamp().build();

        assertThat(config.clientId()).isEqualTo("a1Demo0Prod.lamp-0001");
        assertThat(config.signMethod()).isEqualTo(SignMethod.HMAC_SHA256);
        assertThat(config.secureMode()).isEqualTo(2);
        assertThat(config.timestamp()).isEmpty();
        assertThat(config.extensions()).isEmpty();
        assertThat(config.endpoint())
                .isEqualTo(Endpoint.parse("mqtts://a1Demo0Prod.iot-as-mqtt.cn-shanghai.aliyuncs.com:1883"));
        assertThat(config.keepAlive()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.cleanStart()).isTrue();
        assertThat(config.mqttVersion()).isEqualTo(MqttVersion.V3_1_1);
        assertThat(config.qos()).isEqualTo(QualityOfService.AT_LEAST_ONCE);
        assertThat(config.session()).isEqualTo(SessionOptions.standard());
        assertThat(config.thingModel()).isEmpty();
        assertThat(config.deviceId()).isEqualTo("a1Demo0Prod/lamp-0001");
    }

    @Test
    void config_fromFileAndFromCode_isEqual() {
        AliyunConfig fromFile = read(YAML + """
                clientId: c 1
                signMethod: hmacSha1
                secureMode: 3
                timestamp: 789
                region: ap-southeast-1
                extensions:
                  lan: Java
                  ext: 1
                qos: 0
                keepAlive: 60s
                cleanStart: false
                endpoint: mqtt://127.0.0.1:1883
                mqttVersion: 5
                """);

        AliyunConfig fromCode = Devices.lamp()
                .clientId("c 1")
                .signMethod(SignMethod.HMAC_SHA1)
                .secureMode(3)
                .timestamp("789")
                .region("ap-southeast-1")
                .extension("lan", "Java")
                .extension("ext", "1")
                .qos(QualityOfService.AT_MOST_ONCE)
                .keepAlive(Duration.ofMinutes(1))
                .cleanStart(false)
                .endpoint("mqtt://127.0.0.1:1883")
                .mqttVersion(MqttVersion.V5)
                .build();

        assertThat(fromFile).isEqualTo(fromCode).hasSameHashCodeAs(fromCode);
    }

    @Test
    void config_defaultGivenExplicitly_isEqualToDefault() {
        AliyunConfig given = Devices.lamp()
                .clientId("a1Demo0Prod.lamp-0001")
                .secureMode(2)
                .endpoint("mqtts://a1Demo0Prod.iot-as-mqtt.cn-shanghai.aliyuncs.com:1883")
                .build();

        assertThat(given).isEqualTo(Devices.lamp().build());
    }

    @Test
    void config_otherSecret_isNotEqual() {
        AliyunConfig other = Devices.lamp().deviceSecret(Secret.of("other")).build();

        assertThat(other).isNotEqualTo(Devices.lamp().build());
    }

    @Test
    void equals_ofAllThatTakesEffect_keepsTheContract() {
        EqualsVerifier.forClass(AliyunConfig.class)
                .withOnlyTheseFields("effective")
                .withPrefabValues(
                        SessionOptions.class,
                        SessionOptions.standard(),
                        SessionOptions.builder().inFlightWindow(3).build())
                .withPrefabValues(
                        ThingModel.class,
                        ThingModel.builder().build(),
                        ThingModel.builder()
                                .property(PropertySpec.readOnly("on", DataType.bool()))
                                .build())
                .suppress(Warning.NULL_FIELDS)
                .verify();
    }

    @Test
    void newBuilder_ofFullConfig_givesAnEqualOne() {
        AliyunConfig config = Devices.lamp()
                .extension("lan", "Java")
                .timestamp("now")
                .thingModel(ThingModel.builder()
                        .property(PropertySpec.readOnly("T", DataType.int32()))
                        .build())
                .session(SessionOptions.builder().inFlightWindow(3).build())
                .build();

        AliyunConfig copy = config.newBuilder().build();
        AliyunConfig changed = config.newBuilder().extension("ext", "1").build();

        assertThat(copy).isEqualTo(config);
        assertThat(changed.extensions()).containsExactly(Map.entry("lan", "Java"), Map.entry("ext", "1"));
        assertThat(config.extensions()).containsExactly(Map.entry("lan", "Java"));
    }

    @Test
    void extensions_ofConfig_cannotBeChanged() {
        Map<String, String> extensions =
                Devices.lamp().extension("lan", "Java").build().extensions();

        assertThat(extensions).isUnmodifiable();
    }

    @Test
    void toString_always_hidesTheSecret() {
        AliyunConfig config = Devices.lamp().build();

        assertThat(config.toString()).contains("a1Demo0Prod/lamp-0001").doesNotContain(Devices.SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "3, , mqtt://a1Demo0Prod.iot-as-mqtt.us-west-1.aliyuncs.com:1883",
        "2, , mqtts://a1Demo0Prod.iot-as-mqtt.us-west-1.aliyuncs.com:1883",
        "2, iot-06z00abc, mqtts://iot-06z00abc.mqtt.iothub.aliyuncs.com:1883",
        "3, iot-06z00abc, mqtt://iot-06z00abc.mqtt.iothub.aliyuncs.com:1883"
    })
    void endpoint_notGiven_followsInstanceRegionAndSecureMode(int mode, String instance, String expected) {
        AliyunConfig config = Devices.lamp()
                .region("us-west-1")
                .secureMode(mode)
                .instanceId(instance)
                .build();

        assertThat(config.endpoint()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"mqtt://127.0.0.1:1, 3", "mqtts://127.0.0.1:1, 2", "ws://127.0.0.1:1/mqtt, 3", "wss://127.0.0.1:1, 2"})
    void secureMode_notGiven_followsTheEndpoint(String endpoint, int expected) {
        AliyunConfig config =
                Devices.lamp().instanceId("iot-1").endpoint(endpoint).build();

        assertThat(config.secureMode()).isEqualTo(expected);
        assertThat(config.endpoint()).isEqualTo(Endpoint.parse(endpoint));
    }

    @Test
    void secureMode_givenAgainstTheEndpoint_isSentAsGiven() {
        AliyunConfig config =
                Devices.lamp().secureMode(2).endpoint("mqtt://127.0.0.1:1883").build();

        assertThat(config.secureMode()).isEqualTo(2);
        assertThat(config.endpoint().tls()).isFalse();
    }

    @Test
    void build_everythingWrong_reportsAllProblemsTogether() {
        AliyunConfigBuilder builder = AliyunConfig.builder()
                .productKey("a1/Demo")
                .deviceName("x")
                .clientId("a|b")
                .secureMode(9)
                .timestamp("yesterday")
                .region("Shanghai")
                .instanceId("iot/1")
                .extension("a=b", "1")
                .keepAlive(Duration.ofSeconds(10))
                .mqttVersion(MqttVersion.V5)
                .endpoint("http://x");

        assertThat(problemsOf(builder))
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactlyInAnyOrder(
                        "productKey",
                        "deviceName",
                        "deviceSecret",
                        "clientId",
                        "secureMode",
                        "timestamp",
                        "region",
                        "instanceId",
                        "extensions",
                        "keepAlive",
                        "endpoint");
    }

    @Test
    void build_fileWithProblems_reportsThemTogetherWithThoseOfCode() {
        AliyunConfigBuilder builder = AliyunConfig.builder()
                .read(SettingSource.yaml(YAML + "keepAlive: 5s\nmqttVersion: 5\n", "lamp.yaml"))
                .timestamp("soon");

        assertThat(problemsOf(builder))
                .hasSize(3)
                .anyMatch(it -> it.startsWith("keepAlive: \"5s\" (lamp.yaml line 5)"))
                .anyMatch(it -> it.startsWith("timestamp: "))
                .anyMatch(it -> it.startsWith("mqttVersion: the legacy public instance speaks no MQTT 5"));
    }

    @Test
    void build_unknownKeyInFile_namesTheNearest() {
        AliyunConfigBuilder builder =
                AliyunConfig.builder().read(SettingSource.yaml(YAML + "regoin: cn-beijing\n", "lamp.yaml"));

        assertThat(problemsOf(builder))
                .singleElement()
                .asString()
                .contains("regoin")
                .contains("did you mean region?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lamp", "a.b:c@d_e-f", "A0000000000000000000000000000032"})
    void deviceName_asDocumented_isTaken(String name) {
        assertThat(Devices.lamp().deviceName(name).build().deviceName()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a/bcd", "a+bcd", "lamp 1", "灯灯灯灯", "A00000000000000000000000000000033"})
    void deviceName_outsideTheRules_isRefused(String name) {
        assertThat(problemsOf(Devices.lamp().deviceName(name)))
                .singleElement()
                .asString()
                .contains("4 to 32 characters of A-Z a-z 0-9 _ - @ . :");
    }

    @Test
    void clientId_of64Characters_isTheLongestTaken() {
        String longest = "x".repeat(64);

        assertThat(Devices.lamp().clientId(longest).build().clientId()).isEqualTo(longest);
        assertThat(problemsOf(Devices.lamp().clientId(longest + "x")))
                .singleElement()
                .asString()
                .contains("64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a|b", "a\nb", "a\u0000b", "\ud800"})
    void clientId_thatCannotBeSent_isRefused(String clientId) {
        assertThat(problemsOf(Devices.lamp().clientId(clientId)))
                .singleElement()
                .asString()
                .startsWith("clientId: ");
    }

    @Test
    void clientId_defaultTooLong_asksForOne() {
        AliyunConfigBuilder builder = Devices.lamp().productKey("p".repeat(40)).deviceName("d".repeat(32));

        assertThat(problemsOf(builder)).singleElement().asString().contains("would have 73 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "-2, registered before",
        "-1, token fetched over HTTPS",
        "8, ID² chip",
        "4, must be 2 (TLS) or 3 (plain TCP)"
    })
    void secureMode_notOffered_saysWhich(int mode, String reason) {
        assertThat(problemsOf(Devices.lamp().secureMode(mode)))
                .singleElement()
                .asString()
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource({"securemode, secureMode", "SignMethod, signMethod", "timestamp, timestamp", "authType, not offered yet"
    })
    void extensions_thatWouldOverride_nameTheSettingInstead(String key, String hint) {
        assertThat(problemsOf(Devices.lamp().extension(key, "1")))
                .singleElement()
                .asString()
                .contains(key)
                .contains(hint);
    }

    @ParameterizedTest
    @CsvSource({"'a,b',1", "'a|b',1", "a=b,1", "'',1", "a,'x,y'", "a,'x|y'"})
    void extensions_thatBreakTheClientIdentifier_areRefused(String key, String value) {
        assertThat(problemsOf(Devices.lamp().extension(key, value)))
                .singleElement()
                .asString()
                .contains("extensions");
    }

    @Test
    void extensions_valueWithEqualsSign_isTaken() {
        AliyunConfig config = Devices.lamp().extension("k", "a=b").build();

        assertThat(config.extensions()).containsEntry("k", "a=b");
    }

    @ParameterizedTest
    @CsvSource({
        "hmacmd5, HMAC_MD5",
        "HmacMD5, HMAC_MD5",
        "hmacSha1, HMAC_SHA1",
        "hmac-sha256, HMAC_SHA256",
        "HMAC_SHA256, HMAC_SHA256"
    })
    void signMethod_howeverWritten_isRead(String text, SignMethod expected) {
        assertThat(read(YAML + "signMethod: " + text + "\n").signMethod()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"sha256, without saying how it signs", "hmacsm3, SM3", "rsa, 'use hmacmd5, hmacsha1 or hmacsha256'"})
    void signMethod_notOffered_saysWhy(String text, String reason) {
        AliyunConfigBuilder builder =
                AliyunConfig.builder().read(SettingSource.yaml(YAML + "signMethod: " + text + "\n", "lamp.yaml"));

        assertThat(problemsOf(builder)).singleElement().asString().contains(reason);
    }

    @Test
    void region_newOneThatLooksLikeARegion_isTaken() {
        assertThat(Devices.lamp().region("ap-southeast-5").build().endpoint().host())
                .isEqualTo("a1Demo0Prod.iot-as-mqtt.ap-southeast-5.aliyuncs.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shanghai", "cn_shanghai", "cn-shanghai.evil.example", ""})
    void region_thatIsNone_listsTheKnown(String region) {
        assertThat(problemsOf(Devices.lamp().region(region)))
                .singleElement()
                .asString()
                .contains("cn-shanghai, cn-beijing")
                .contains("eu-central-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {29, 1201})
    void keepAlive_outsideThePlatformsRange_isRefused(int seconds) {
        assertThat(problemsOf(Devices.lamp().keepAlive(Duration.ofSeconds(seconds))))
                .singleElement()
                .asString()
                .startsWith("keepAlive: ");
    }

    @Test
    void qos2_always_isRefused() {
        assertThat(problemsOf(Devices.lamp().qos(QualityOfService.EXACTLY_ONCE)))
                .singleElement()
                .asString()
                .contains("must be 0 or 1");
    }

    @Test
    void mqtt5_withInstance_isTaken() {
        AliyunConfig config = Devices.lamp()
                .mqttVersion(MqttVersion.V5)
                .instanceId("iot-06z00abc")
                .build();

        assertThat(config.mqttVersion()).isEqualTo(MqttVersion.V5);
    }

    @Test
    void endpoint_wrongThenRight_isTaken() {
        AliyunConfig config = Devices.lamp()
                .endpoint("nonsense")
                .endpoint("mqtt://127.0.0.1:5")
                .build();

        assertThat(config.endpoint().port()).isEqualTo(5);
    }

    @Test
    void thingModel_asFile_isRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lamp-tsl.json"), TSL);

        AliyunConfig config = Devices.lamp().thingModel(file).build();

        assertThat(config.thingModel()).contains(ThingModel.parseTsl(TSL));
    }

    @Test
    void thingModel_fileMissingAndKeepAliveWrong_areReportedTogether(@TempDir Path folder) {
        AliyunConfigBuilder builder =
                Devices.lamp().thingModel(folder.resolve("none.json")).keepAlive(Duration.ofSeconds(1));

        assertThat(problemsOf(builder))
                .hasSize(2)
                .anyMatch(it -> it.startsWith("thingModel: ") && it.contains("none.json"));
    }

    @Test
    void of_settingsBreakingRulesTogether_reportsThem(@TempDir Path folder) {
        Settings settings = Settings.builder(AliyunConfig.settings())
                .ignoring("platform")
                .read(SettingSource.yaml(
                        YAML + "mqttVersion: 5\nthingModel: " + folder.resolve("none.json") + "\n", "lamp.yaml"))
                .build();

        InvalidConfigurationException thrown =
                catchThrowableOfType(InvalidConfigurationException.class, () -> AliyunConfig.of(settings));

        assertThat(thrown.problems())
                .extracting(SettingProblem::key)
                .containsExactlyInAnyOrder("mqttVersion", "thingModel");
    }

    @Test
    void session_fromSettings_isReadAndOverriddenByCode() {
        AliyunConfigBuilder builder =
                AliyunConfig.builder().read(SettingSource.yaml(YAML + "inFlightWindow: 7\n", "lamp.yaml"));

        AliyunConfig fromFile = builder.build();
        AliyunConfig fromCode = builder.session(SessionOptions.standard()).build();

        assertThat(fromFile.session().inFlightWindow()).isEqualTo(7);
        assertThat(fromCode.session().inFlightWindow()).isEqualTo(16);
    }

    @Test
    void read_fileOfAnotherPlatform_saysSo() {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> Devices.lamp()
                        .read(SettingSource.yaml("platform: onenet\n", "lamp.yaml"))
                        .build())
                .withMessageContaining("\"onenet\" in lamp.yaml");
    }
}
