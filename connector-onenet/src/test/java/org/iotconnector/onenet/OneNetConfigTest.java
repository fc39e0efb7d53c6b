package org.iotconnector.onenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.iotconnector.core.InvalidConfigurationException;
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

class OneNetConfigTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_500L);

    private static final String YAML = """
            platform: onenet
            productId: a1B2c3D4e5
            deviceName: sensor-01
            deviceKey: AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=
            """;

    private static final String TSL = """
            {"profile":{"productKey":"a1B2c3D4e5"},"properties":[{"identifier":"LightSwitch","name":"Light",\
            "accessMode":"rw","required":false,"dataType":{"type":"bool","specs":{"0":"off","1":"on"}}}],\
            "events":[],"services":[]}
            """;

    private static List<String> problemsOf(OneNetConfigBuilder builder) {
        InvalidConfigurationException thrown =
                catchThrowableOfType(InvalidConfigurationException.class, builder::build);
        assertThat(thrown).as("the configuration was accepted").isNotNull();
        return thrown.problems().stream().map(SettingProblem::toString).toList();
    }

    private static OneNetConfig read(String yaml) {
        return OneNetConfig.of(Settings.builder(OneNetConfig.settings())
                .ignoring("platform")
                .read(SettingSource.yaml(yaml, "lamp.yaml"))
                .build());
    }

    @Test
    void config_identityOnly_hasTheDocumentedDefaults() {
        OneNetConfig config = Devices.sensor().build();

        assertThat(config.deviceId()).isEqualTo("a1B2c3D4e5/sensor-01");
        assertThat(config.dataProtocol()).isEqualTo(DataProtocol.ONEJSON);
        assertThat(config.signMethod()).isEqualTo(SignMethod.SHA256);
        assertThat(config.tokenLife()).isEqualTo(Duration.ofHours(24));
        assertThat(config.resource()).isEqualTo("products/a1B2c3D4e5/devices/sensor-01");
        assertThat(config.renewToken()).isTrue();
        assertThat(config.generation()).isEqualTo(Generation.CURRENT);
        assertThat(config.publishRate()).isEqualTo(1);
        assertThat(config.qos()).isEqualTo(QualityOfService.AT_LEAST_ONCE);
        assertThat(config.keepAlive()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.session()).isEqualTo(SessionOptions.standard());
        assertThat(config.thingModel()).isEmpty();
        assertThat(config.productKey()).isEmpty();
        assertThat(config.token()).isEmpty();
    }

    @Test
    void config_fromFileAndFromCode_isEqual() {
        OneNetConfig fromFile = read(YAML + """
                dataProtocol: dataStream
                signMethod: SHA1
                tokenLife: 1h
                tokenResource: device
                renewToken: false
                generation: studio
                publishRate: 0
                qos: 0
                keepAlive: 60s
                endpoint: mqtt://127.0.0.1:1883
                apiEndpoint: http://127.0.0.1:8082
                """);

        OneNetConfig fromCode = Devices.sensor()
                .dataProtocol(DataProtocol.DATASTREAM)
                .signMethod(SignMethod.SHA1)
                .tokenLife(Duration.ofHours(1))
                .renewToken(false)
                .generation(Generation.STUDIO)
                .publishRate(0)
                .qos(QualityOfService.AT_MOST_ONCE)
                .keepAlive(Duration.ofMinutes(1))
                .endpoint("mqtt://127.0.0.1:1883")
                .apiEndpoint(URI.create("http://127.0.0.1:8082"))
                .build();

        assertThat(fromFile).isEqualTo(fromCode).hasSameHashCodeAs(fromCode);
    }

    @Test
    void config_defaultGivenExplicitly_isEqualToDefault() {
        OneNetConfig given = Devices.sensor()
                .generation(Generation.CURRENT)
                .endpoint("mqtts://mqttstls.heclouds.com:8883")
                .apiEndpoint(URI.create("https://iot-api.heclouds.com"))
                .tokenResource(TokenResource.DEVICE)
                .cleanStart(true)
                .mqttVersion(MqttVersion.V3_1_1)
                .build();

        assertThat(given).isEqualTo(Devices.sensor().build());
    }

    @Test
    void config_otherKey_isNotEqual() {
        OneNetConfig other =
                Devices.sensor().deviceKey(Secret.of(Devices.PRODUCT_KEY)).build();

        assertThat(other).isNotEqualTo(Devices.sensor().build());
    }

    @Test
    void equals_ofAllThatTakesEffect_keepsTheContract() {
        EqualsVerifier.forClass(OneNetConfig.class)
                .withOnlyTheseFields("effective")
                .withPrefabValues(
                        SessionOptions.class,
                        SessionOptions.standard(),
                        SessionOptions.builder().inFlightWindow(3).build())
                .withPrefabValues(
                        OneNetConfig.class,
                        Devices.sensor().build(),
                        Devices.withProductKey().build())
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
        OneNetConfig config = Devices.withProductKey()
                .tokenResource(TokenResource.PRODUCT)
                .thingModel(ThingModel.builder()
                        .property(PropertySpec.readOnly("T", DataType.int32()))
                        .build())
                .session(SessionOptions.builder().inFlightWindow(3).build())
                .build();

        assertThat(config.newBuilder().build()).isEqualTo(config);
        assertThat(config.newBuilder().tokenResource(null).build()).isNotEqualTo(config);
    }

    @Test
    void toString_always_hidesTheKey() {
        OneNetConfig config = Devices.sensor().build();

        assertThat(config.toString()).contains("a1B2c3D4e5/sensor-01").doesNotContain(Devices.DEVICE_KEY);
    }

    @Test
    void build_everythingWrong_reportsAllProblemsTogether() {
        OneNetConfigBuilder builder = OneNetConfig.builder()
                .productId("a1/Demo")
                .deviceName("lamp 1")
                .deviceKey(Secret.of("***"))
                .token(Secret.of("version=1"))
                .tokenLife(Duration.ofSeconds(9))
                .publishRate(-1)
                .qos(QualityOfService.EXACTLY_ONCE)
                .keepAlive(Duration.ofSeconds(9))
                .endpoint("http://x")
                .apiEndpoint(URI.create("ftp://x"))
                .cleanStart(false)
                .mqttVersion(MqttVersion.V5);

        assertThat(problemsOf(builder))
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactlyInAnyOrder(
                        "productId",
                        "deviceName",
                        "deviceKey",
                        "token",
                        "tokenLife",
                        "publishRate",
                        "qos",
                        "keepAlive",
                        "endpoint",
                        "apiEndpoint",
                        "cleanStart",
                        "mqttVersion");
    }

    @Test
    void build_unknownKeyInFile_namesTheNearest() {
        OneNetConfigBuilder builder =
                OneNetConfig.builder().read(SettingSource.yaml(YAML + "generatoin: studio\n", "lamp.yaml"));

        assertThat(problemsOf(builder)).singleElement().asString().contains("did you mean generation?");
    }

    @Test
    void read_fileOfAnotherPlatform_saysSo() {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> Devices.sensor()
                        .read(SettingSource.yaml("platform: aliyun\n", "lamp.yaml"))
                        .build())
                .withMessageContaining("\"aliyun\" in lamp.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"238322", "a1B2c3D4e5", "X"})
    void productId_asSeen_isTaken(String id) {
        assertThat(Devices.sensor().productId(id).build().productId()).isEqualTo(id);
    }

    @Test
    void deviceName_of64Characters_isTheLongestTaken() {
        String longest = "aZ0_-".repeat(12) + "abcd";

        assertThat(Devices.sensor().deviceName(longest).build().deviceName()).isEqualTo(longest);
        assertThat(problemsOf(Devices.sensor().deviceName(longest + "x")))
                .singleElement()
                .asString()
                .contains("1 to 64 characters of A-Z a-z 0-9 _ -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a+b", "a#", "a.b", "a:b", "lamp 1", "灯"})
    void deviceName_outsideTheRules_isRefused(String name) {
        assertThat(problemsOf(Devices.sensor().deviceName(name)))
                .singleElement()
                .asString()
                .startsWith("deviceName: ");
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 1801})
    void keepAlive_outsideThePlatformsRange_isRefused(long seconds) {
        assertThat(problemsOf(Devices.sensor().keepAlive(Duration.ofSeconds(seconds))))
                .singleElement()
                .asString()
                .contains("10s to 30m");
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 1800})
    void keepAlive_atTheEdges_isTaken(long seconds) {
        assertThat(Devices.sensor()
                        .keepAlive(Duration.ofSeconds(seconds))
                        .build()
                        .keepAlive())
                .hasSeconds(seconds);
    }

    @Test
    void qos2_always_isRefused() {
        assertThat(problemsOf(Devices.sensor().qos(QualityOfService.EXACTLY_ONCE)))
                .singleElement()
                .asString()
                .contains("must be 0 or 1");
    }

    @Test
    void cleanStart_off_isRefusedWithTheReason() {
        assertThat(problemsOf(Devices.sensor().cleanStart(false)))
                .singleElement()
                .asString()
                .contains("keeps no sessions", "closes the connection");
    }

    @Test
    void mqtt5_always_isRefusedWithTheReason() {
        assertThat(problemsOf(Devices.sensor().mqttVersion(MqttVersion.V5)))
                .singleElement()
                .asString()
                .contains("must be 3.1.1");
    }

    @Test
    void endpoint_ofTheFirstGeneration_isReportedWithTheOthers() {
        assertThat(problemsOf(Devices.withoutKey().endpoint("mqtt://mqtt.heclouds.com:6002")))
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("endpoint: mqtt.heclouds.com:6002 is the first generation's"))
                .anyMatch(problem -> problem.startsWith("deviceKey: is missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8082/api, true",
        "https://u:p@iot-api.heclouds.com, false",
        "https://iot-api.heclouds.com?x=1, false",
        "https://mqtts.heclouds.com, false",
        "iot-api.heclouds.com, false"
    })
    void apiEndpoint_address_isCheckedBeforeItIsUsed(String address, boolean taken) {
        OneNetConfigBuilder builder = Devices.sensor().apiEndpoint(URI.create(address));

        if (taken) {
            assertThat(builder.build().apiEndpoint()).hasToString(address);
        } else {
            assertThat(problemsOf(builder)).singleElement().asString().startsWith("apiEndpoint: ");
        }
    }

    @Test
    void tokenAt_withKeys_holdsForItsLifeInWholeSeconds() {
        OneNetConfig config = Devices.sensor().tokenLife(Duration.ofSeconds(30)).build();

        OneNetToken token = config.tokenAt(NOW);

        assertThat(token.expiry()).isEqualTo(Instant.ofEpochSecond(1_700_000_030L));
        assertThat(token.version()).isEqualTo("2018-10-31");
        assertThat(token.resource()).isEqualTo(config.resource());
        assertThat(token.isSignedWith(Secret.of(Devices.DEVICE_KEY))).isTrue();
    }

    @Test
    void tokenAt_withProductKey_namesDeviceOrProductAsAsked() {
        OneNetToken ofDevice = Devices.withProductKey().build().tokenAt(NOW);
        OneNetToken ofProduct = Devices.withProductKey()
                .tokenResource(TokenResource.PRODUCT)
                .build()
                .tokenAt(NOW);

        assertThat(ofDevice.resource()).isEqualTo("products/a1B2c3D4e5/devices/sensor-01");
        assertThat(ofProduct.resource()).isEqualTo("products/a1B2c3D4e5");
        assertThat(ofProduct.isSignedWith(Secret.of(Devices.PRODUCT_KEY))).isTrue();
    }

    @Test
    void tokenAt_withToken_isThatTokenAtAllTimes() {
        OneNetConfig config = Devices.withToken().build();

        assertThat(config.tokenAt(NOW)).isEqualTo(config.tokenAt(Instant.MAX));
        assertThat(config.tokenAt(NOW).text().reveal()).isEqualTo(Devices.TOKEN);
        assertThat(config.renewToken()).isFalse();
    }

    @Test
    void signMethod_howeverWritten_isRead() {
        assertThat(read(YAML + "signMethod: HmacSHA1\n").signMethod()).isEqualTo(SignMethod.SHA1);
        assertThat(problemsOf(OneNetConfig.builder().read(SettingSource.yaml(YAML + "signMethod: sm2\n", "lamp.yaml"))))
                .singleElement()
                .asString()
                .contains("SM2");
    }

    @Test
    void thingModel_asFile_isRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lamp.json"), TSL);

        OneNetConfig config = Devices.sensor().thingModel(file).build();

        assertThat(config.thingModel()).contains(ThingModel.parseTsl(TSL));
    }

    @Test
    void of_settingsBreakingRulesTogether_reportsThem(@TempDir Path folder) {
        Settings settings = Settings.builder(OneNetConfig.settings())
                .ignoring("platform")
                .read(SettingSource.yaml(
                        YAML + "tokenResource: product\nendpoint: ws://x/y\nthingModel: " + folder.resolve("none.json")
                                + "\n",
                        "lamp.yaml"))
                .build();

        InvalidConfigurationException thrown =
                catchThrowableOfType(InvalidConfigurationException.class, () -> OneNetConfig.of(settings));

        assertThat(thrown.problems())
                .extracting(SettingProblem::key)
                .containsExactlyInAnyOrder("tokenResource", "endpoint", "thingModel");
    }

    @Test
    void session_fromSettings_isReadAndOverriddenByCode() {
        OneNetConfigBuilder builder =
                OneNetConfig.builder().read(SettingSource.yaml(YAML + "inFlightWindow: 7\n", "lamp.yaml"));

        OneNetConfig fromFile = builder.build();
        OneNetConfig fromCode = builder.session(SessionOptions.standard()).build();

        assertThat(fromFile.session().inFlightWindow()).isEqualTo(7);
        assertThat(fromCode.session().inFlightWindow()).isEqualTo(16);
    }
}
