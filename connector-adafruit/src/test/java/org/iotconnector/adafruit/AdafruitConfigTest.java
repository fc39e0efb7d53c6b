package org.iotconnector.adafruit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.outbox.OverflowPolicy;
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

class AdafruitConfigTest {
    private static final ThingModel MODEL = ThingModel.builder()
            .property(PropertySpec.readOnly("AirTemp", DataType.float64()))
            .property(PropertySpec.readWrite("Dimmer", DataType.int32(0, 100)))
            .build();

    private static List<String> problemsOf(AdafruitConfigBuilder builder) {
        InvalidConfigurationException thrown =
                catchThrowableOfType(InvalidConfigurationException.class, builder::build);
        assertThat(thrown).as("the configuration was accepted").isNotNull();
        return thrown.problems().stream().map(SettingProblem::toString).toList();
    }

    private static AdafruitConfig read(String yaml) {
        return AdafruitConfig.of(Settings.builder(AdafruitConfig.settings())
                .ignoring("platform")
                .read(SettingSource.yaml(yaml, "device.yaml"))
                .build());
    }

    @Test
    void config_accountOnly_hasTheDocumentedDefaults() {
        AdafruitConfig config = Devices.sensor().build();

        assertThat(config.deviceId()).isEqualTo("tester/device");
        assertThat(config.plan()).isEqualTo(AdafruitPlan.FREE);
        assertThat(config.publishRate()).isEqualTo(30);
        assertThat(config.group()).isEmpty();
        assertThat(config.feeds()).isEmpty();
        assertThat(config.settable()).isEmpty();
        assertThat(config.recall()).isTrue();
        assertThat(config.feedFormat()).isEqualTo(FeedFormat.PLAIN);
        assertThat(config.topicForm()).isEqualTo(TopicForm.SHORT);
        assertThat(config.booleanWords()).isEqualTo(BooleanWords.DIGITS);
        assertThat(config.precision()).isEmpty();
        assertThat(config.history()).isTrue();
        assertThat(config.createdAt()).isFalse();
        assertThat(config.qos()).isEqualTo(QualityOfService.AT_LEAST_ONCE);
        assertThat(config.keepAlive()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.clientIdentifier().text()).isEmpty();
        assertThat(config.endpoint()).hasToString("mqtts://io.adafruit.com:8883");
        assertThat(config.apiEndpoint()).hasToString("https://io.adafruit.com/api/v2");
        assertThat(config.thingModel()).isEmpty();
    }

    /** With 30 values a minute old readings would keep the newest one waiting. */
    @Test
    void session_byDefault_keepsTheLastValue() {
        assertThat(Devices.sensor().build().session().outbox().overflow()).isEqualTo(OverflowPolicy.KEEP_LAST);
        assertThat(read("username: tester\nkey: aio_k\noutboxOverflow: drop-oldest")
                        .session()
                        .outbox()
                        .overflow())
                .isEqualTo(OverflowPolicy.DROP_OLDEST);
    }

    @Test
    void deviceId_withGroupOrName_isThat() {
        assertThat(Devices.house().build().deviceId()).isEqualTo("tester/house");
        assertThat(Devices.sensor().name("porch").build().deviceId()).isEqualTo("tester/porch");
    }

    @Test
    void config_fromFileAndFromCode_isEqual() {
        AdafruitConfig fromFile = read("""
                platform: adafruit
                username: tester
                key: aio_EXAMPLEexampleEXAMPLEexample
                group: house
                feeds: {AirTemp: temp, Dimmer: dimmer}
                settable: [Dimmer]
                recall: false
                plan: plus
                publishRate: 45
                feedFormat: json
                topicForm: long
                booleanWords: dashboard
                precision: 2
                history: false
                createdAt: true
                qos: 0
                clientIdentifier: abc
                keepAlive: 120s
                endpoint: mqtt://127.0.0.1:1885
                apiEndpoint: http://127.0.0.1:8083/api/v2/
                """);

        AdafruitConfig fromCode = Devices.house()
                .feeds(Map.of("AirTemp", "temp", "Dimmer", "dimmer"))
                .settable(List.of("Dimmer"))
                .recall(false)
                .plan(AdafruitPlan.PLUS)
                .publishRate(45)
                .feedFormat(FeedFormat.JSON)
                .topicForm(TopicForm.LONG)
                .booleanWords(BooleanWords.DASHBOARD)
                .precision(2)
                .history(false)
                .createdAt(true)
                .qos(QualityOfService.AT_MOST_ONCE)
                .clientIdentifier("abc")
                .keepAlive(Duration.ofMinutes(2))
                .endpoint("mqtt://127.0.0.1:1885")
                .apiEndpoint(URI.create("http://127.0.0.1:8083/api/v2"))
                .build();

        assertThat(fromFile).isEqualTo(fromCode).hasSameHashCodeAs(fromCode);
    }

    @Test
    void config_defaultGivenExplicitly_isEqualToDefault() {
        AdafruitConfig given = Devices.sensor()
                .plan(AdafruitPlan.FREE)
                .publishRate(30)
                .name("device")
                .endpoint("mqtts://io.adafruit.com")
                .cleanStart(true)
                .mqttVersion(MqttVersion.V3_1_1)
                .build();

        assertThat(given).isEqualTo(Devices.sensor().build());
    }

    @Test
    void equals_ofAllThatTakesEffect_keepsTheContract() {
        EqualsVerifier.forClass(AdafruitConfig.class)
                .withOnlyTheseFields("effective")
                .withPrefabValues(
                        SessionOptions.class,
                        SessionOptions.standard(),
                        SessionOptions.builder().inFlightWindow(3).build())
                .withPrefabValues(ThingModel.class, MODEL, ThingModel.builder().build())
                .suppress(Warning.NULL_FIELDS)
                .verify();
    }

    @Test
    void newBuilder_ofFullConfig_givesAnEqualOne() {
        AdafruitConfig config = Devices.house()
                .settable(List.of("Dimmer"))
                .thingModel(MODEL)
                .session(SessionOptions.builder().inFlightWindow(3).build())
                .build();

        assertThat(config.newBuilder().build()).isEqualTo(config);
        assertThat(config.newBuilder().group(null).build()).isNotEqualTo(config);
    }

    @Test
    void toString_always_hidesTheKey() {
        assertThat(Devices.sensor().build().toString())
                .contains("tester/device", "io.adafruit.com")
                .doesNotContain(Devices.KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "wss://io.adafruit.com, wss://io.adafruit.com:443/mqtt",
        "wss://io.adafruit.com/mqtt, wss://io.adafruit.com:443/mqtt",
        "mqtt://io.adafruit.com, mqtt://io.adafruit.com:1883",
        "ws://127.0.0.1:9001/other, ws://127.0.0.1:9001/other"
    })
    void endpoint_ofEachTransport_isTaken(String given, String used) {
        assertThat(Devices.sensor().endpoint(given).build().endpoint()).hasToString(used);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mqtt://io.adafruit.com:8883",
                "mqtts://io.adafruit.com:1883",
                "ws://io.adafruit.com",
                "mqtts://io.adafruit.com:443"
            })
    void endpoint_thatThePlatformLacks_isRefusedWithThoseItHas(String endpoint) {
        assertThat(problemsOf(Devices.sensor().endpoint(endpoint)))
                .singleElement()
                .asString()
                .contains("mqtts://io.adafruit.com:8883", "wss://io.adafruit.com:443/mqtt");
    }

    @Test
    void build_everythingWrong_reportsAllProblemsTogether() {
        AdafruitConfigBuilder builder = AdafruitConfig.builder()
                .username("ann@example.org")
                .key(Secret.of("aio_abc def"))
                .name("a b")
                .group("My Group")
                .feeds(Map.of("T", "Air Temp"))
                .precision(16)
                .publishRate(-1)
                .qos(QualityOfService.EXACTLY_ONCE)
                .keepAlive(Duration.ofSeconds(9))
                .endpoint("http://x")
                .apiEndpoint(URI.create("ftp://x"))
                .cleanStart(false)
                .mqttVersion(MqttVersion.V5)
                .clientIdentifier("a\nb");

        List<String> problems = problemsOf(builder);

        assertThat(problems)
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .contains(
                        "username",
                        "key",
                        "name",
                        "group",
                        "precision",
                        "publishRate",
                        "qos",
                        "keepAlive",
                        "endpoint",
                        "apiEndpoint",
                        "cleanStart",
                        "mqttVersion",
                        "clientIdentifier");
        assertThat(problems).noneMatch(problem -> problem.contains("aio_abc"));
    }

    @Test
    void build_withoutAccount_namesWhatIsMissing() {
        assertThat(problemsOf(AdafruitConfig.builder()))
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactlyInAnyOrder("username", "key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Temp|must be lower case",
                "air_temp|must not hold '_'",
                "a.b.c|must not hold '.'",
                "a.|must not be empty"
            })
    void feeds_thatAreNoKeys_areRefusedWithTheRule(String feed, String rule) {
        assertThat(problemsOf(Devices.sensor().feeds(Map.of("T", feed))))
                .singleElement()
                .asString()
                .startsWith("feeds: ")
                .contains("T=" + feed)
                .contains(rule);
    }

    @Test
    void feeds_ofAnotherGroup_areRefusedWhereAGroupIsSet() {
        assertThat(problemsOf(Devices.house().feeds(Map.of("T", "garden.temp"))))
                .singleElement()
                .asString()
                .contains("since group is set");
    }

    @Test
    void feeds_oneForTwoProperties_isRefused() {
        assertThat(problemsOf(Devices.sensor().feeds(Map.of("A", "temp", "B", "temp"))))
                .singleElement()
                .asString()
                .contains("has the feed temp for both");
    }

    @Test
    void feeds_oneForTwoPropertiesOfTheModel_isRefused() {
        ThingModel model = ThingModel.builder()
                .property(PropertySpec.readOnly("air_temp", DataType.int32()))
                .property(PropertySpec.readOnly("air-temp", DataType.int32()))
                .build();

        assertThat(problemsOf(Devices.sensor().thingModel(model)))
                .singleElement()
                .asString()
                .contains("air_temp and air-temp");
        assertThat(Devices.sensor()
                        .thingModel(model)
                        .feeds(Map.of("air_temp", "air2"))
                        .build()
                        .feeds())
                .hasSize(1);
    }

    @Test
    void settable_whatTheModelDoesNotLetSet_isRefused() {
        assertThat(problemsOf(Devices.sensor().thingModel(MODEL).settable(List.of("AirTemp"))))
                .singleElement()
                .asString()
                .contains("AirTemp", "[Dimmer]");
    }

    @Test
    void settable_ofWhichNoKeyCanBeMade_isRefused() {
        assertThat(problemsOf(Devices.sensor().settable(List.of("温度"))))
                .singleElement()
                .asString()
                .contains("name its feed in feeds");
    }

    @Test
    void createdAt_withCsv_isRefused() {
        assertThat(problemsOf(Devices.sensor().createdAt(true).feedFormat(FeedFormat.CSV)))
                .singleElement()
                .asString()
                .startsWith("createdAt: needs feedFormat plain or json");
    }

    @Test
    void thingModel_thatCannotBeRead_isReportedWithTheRest(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("model.json"), "{");

        assertThat(problemsOf(Devices.house().thingModel(file).feeds(Map.of("T", "a.b"))))
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactlyInAnyOrder("thingModel", "feeds");
    }

    @Test
    void read_fileOfAnotherPlatform_isRefused() {
        assertThat(problemsOf(Devices.sensor().read(SettingSource.yaml("platform: onenet", "lamp.yaml"))))
                .singleElement()
                .asString()
                .contains("onenet", "lamp.yaml");
    }
}
