package org.iotconnector.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Endpoint.Transport;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.SettingProblem;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MqttConfigTest {
    private static MqttConfigBuilder lamp() {
        return MqttConfig.builder().endpoint("mqtt://127.0.0.1:1883").deviceName("lamp-1");
    }

    private static List<String> problemsOf(MqttConfigBuilder builder) {
        InvalidConfigurationException thrown =
                catchThrowableOfType(InvalidConfigurationException.class, builder::build);
        assertThat(thrown).as("the configuration was accepted").isNotNull();
        return thrown.problems().stream().map(SettingProblem::toString).toList();
    }

    @Test
    void config_identityOnly_hasTheDocumentedDefaults() {
        MqttConfig config = lamp().build();

        assertThat(config.clientId()).isEqualTo("lamp-1");
        assertThat(config.mqttVersion()).isEqualTo(MqttVersion.V3_1_1);
        assertThat(config.propertyTopic()).contains("{deviceName}/{property}");
        assertThat(config.commandTopic()).contains("{deviceName}/{property}/set");
        assertThat(config.payload()).isEqualTo(PayloadForm.TEXT);
        assertThat(config.qos()).isEqualTo(QualityOfService.AT_LEAST_ONCE);
        assertThat(config.maxPayload()).isEqualTo(268_435_455);
        assertThat(config.publishRate()).isZero();
        assertThat(config.will()).isEmpty();
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void config_fromFileAndFromCode_isEqual() {
        MqttConfig fromFile = MqttConfig.of(Settings.builder(MqttConfig.settings())
                .ignoring("platform")
                .read(SettingSource.yaml("""
                        platform: mqtt
                        endpoint: mqtt://127.0.0.1:1883
                        deviceName: lamp-1
                        mqttVersion: 5
                        payload: json
                        propertyTopic: home/{deviceName}
                        pointers: {Level: /l}
                        commandTopic: ""
                        """, "lamp.yaml"))
                .build());
        MqttConfig fromCode = lamp().mqttVersion(MqttVersion.V5)
                .payload(PayloadForm.JSON)
                .propertyTopic("home/{deviceName}")
                .pointers(Map.of("Level", "/l"))
                .commandTopic("")
                .build();

        assertThat(fromFile).isEqualTo(fromCode).hasSameHashCodeAs(fromCode);
        assertThat(fromCode.newBuilder().build()).isEqualTo(fromCode);
    }

    @Test
    void endpoint_missing_isRefusedWithTheChoices() {
        assertThat(problemsOf(MqttConfig.builder().deviceName("lamp-1")))
                .singleElement()
                .asString()
                .contains("endpoint", "preset");
    }

    @Test
    void mqttVersion_of31_isRefusedWithTheReason() {
        assertThat(problemsOf(lamp().read(SettingSource.yaml("mqttVersion: 3.1", "lamp.yaml"))))
                .singleElement()
                .asString()
                .contains("MQTT 3.1 is not spoken here", "use 3.1.1");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "propertyTopic, home, needs {property}",
                "propertyTopic, home/{thing}, unknown placeholder {thing}",
                "propertyTopic, home/{property, brace",
                "propertyTopic, home/+/{property}, wildcard",
                "propertyTopic, {username}/{property}, not set",
                "commandTopic, set_{property}, whole level",
                "eventTopic, events, needs {event}",
                "pointer, a, must begin with a slash",
                "booleanWords, ON, two different words",
                "jsonTemplate, [], JSON object",
                "availabilityTopic, a/{property}, must not have {property}",
                "password, k9WmZq3TfLx7, needs a username",
                "sessionExpiry, 1h, needs mqttVersion: 5",
                "messageExpiry, 10m, needs mqttVersion: 5",
                "contentType, text/plain, needs mqttVersion: 5"
            })
    void setting_thatCannotWork_isRefusedWithTheReason(String setting, String value, String reason) {
        String yaml = setting + ": \"" + value + "\"";

        assertThat(problemsOf(lamp().read(SettingSource.yaml(yaml, "lamp.yaml"))))
                .anySatisfy(problem -> assertThat(problem).startsWith(setting).contains(reason));
    }

    @Test
    void pointers_insideEachOther_areRefused() {
        assertThat(problemsOf(lamp().pointers(Map.of("a", "/x", "b", "/x/y"))))
                .singleElement()
                .asString()
                .contains("inside the other");
    }

    @Test
    void preset_always_prefersTls() {
        MqttConfig config = MqttConfig.builder()
                .preset(BrokerPreset.of("emqx"))
                .deviceName("lamp-1")
                .build();

        assertThat(config.endpoint()).isEqualTo(Endpoint.parse("mqtts://broker.emqx.io:8883"));
        assertThat(config.maxPayload()).isEqualTo(1_048_576);
        assertThat(config.newBuilder()
                        .transport(Transport.WEBSOCKET_TLS)
                        .build()
                        .endpoint())
                .isEqualTo(Endpoint.parse("wss://broker.emqx.io:8084/mqtt"));
    }

    @Test
    void preset_thatHasEnded_isRefusedWithTheReason() {
        assertThat(problemsOf(MqttConfig.builder()
                        .preset(BrokerPreset.of("cloudmqtt"))
                        .deviceName("lamp-1")))
                .anySatisfy(problem -> assertThat(problem).contains("shut down on 2025-01-27"));
        assertThat(problemsOf(lamp().endpoint("mqtt://m24.cloudmqtt.com:12519")))
                .anySatisfy(problem -> assertThat(problem).contains("shut down on 2025-01-27"));
    }

    @Test
    void preset_withoutThatTransport_isRefusedWithThoseItHas() {
        assertThat(problemsOf(MqttConfig.builder()
                        .preset(BrokerPreset.of("tongxinmao"))
                        .transport(Transport.TLS)
                        .deviceName("lamp-1")))
                .singleElement()
                .asString()
                .contains("transport", "it has tcp");
    }

    @Test
    void preset_unknown_isRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> BrokerPreset.of("mosquito"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mosquitto-test");
    }

    @Test
    void warnings_ofAPublicBroker_nameWhatCanBeGuessed() {
        MqttConfig config = lamp().endpoint("mqtt://test.mosquitto.org:1883").build();

        assertThat(config.warnings())
                .anySatisfy(warning -> assertThat(warning).contains("public"))
                .anySatisfy(warning -> assertThat(warning).contains("can be guessed", "lamp-1/{property}"))
                .anySatisfy(warning -> assertThat(warning).contains("client identifier"))
                .anySatisfy(warning -> assertThat(warning).contains("no TLS"));
        assertThat(config.publishRate()).isEqualTo(50);
    }

    @Test
    void warnings_ofUnguessableNames_leaveThatOut() {
        MqttConfig config = lamp().endpoint("mqtts://broker.emqx.io:8883")
                .topicPrefix("q7x2m9k4w1z8/")
                .clientId("lamp-q7x2m9k4")
                .build();

        assertThat(config.warnings())
                .noneMatch(warning -> warning.contains("guessed") || warning.contains("identifier"));
    }

    @Test
    void warnings_ofABrokerWithItsOwnAuthority_nameTheRemedy() {
        MqttConfig config = lamp().endpoint("mqtts://test.mosquitto.org:8883").build();

        assertThat(config.warnings()).anySatisfy(warning -> assertThat(warning).contains("trustFile"));
    }

    @Test
    void connectCodes_4and5_areAlike() {
        MqttConfig config =
                lamp().username("lamp").password(Secret.of("k9WmZq3TfLx7RvB2")).build();

        for (int code : new int[] {4, 5, 0x86, 0x87}) {
            var failure = new MqttProvider().explainConnectCode(config, code).orElseThrow();
            assertThat(failure.kind()).isEqualTo(FailureKind.CREDENTIAL_REFUSED);
            assertThat(failure.explain()).contains("username and password").doesNotContain("k9WmZq3TfLx7RvB2");
        }
        assertThat(new MqttProvider().explainConnectCode(config, 3)).isEmpty();
    }
}
