package org.iotconnector.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.tls.TlsOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a device connects and whom it trusts there, and which servers it is kept from. */
class OneNetServersTest {
    private static String problem(String endpoint, Generation generation) {
        return OneNetServerRules.problem(Endpoint.parse(endpoint), generation).orElse("");
    }

    @ParameterizedTest
    @CsvSource({"CURRENT, mqtts://mqttstls.heclouds.com:8883", "STUDIO, mqtts://studio-mqtts.heclouds.com:8883"})
    void endpoint_notGiven_isTheGenerationsTlsServer(Generation generation, String expected) {
        OneNetConfig config = Devices.sensor().generation(generation).build();

        assertThat(config.endpoint()).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mqtt://mqtts.heclouds.com:1883",
                "mqtts://mqttstls.heclouds.com:8883",
                "mqtt://183.230.40.96:1883",
                "mqtts://183.230.40.16:8883",
                "mqtt://[2409:8060:8ea:601::13:7c64]:1883",
                "mqtts://[2409:8060:8ea:601::13:7dc8]:8883",
                "mqtt://127.0.0.1:6002",
                "mqtts://broker.example.com:1883",
                "mqtt://some-other.heclouds.com:1884"
            })
    void endpoint_ofTheGenerationOrForeign_isTaken(String endpoint) {
        assertThat(problem(endpoint, Generation.CURRENT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mqtt://studio-mqtt.heclouds.com:1883",
                "mqtts://studio-mqtts.heclouds.com:8883",
                "mqtt://218.201.45.7:1883",
                "mqtts://183.230.102.116:8883"
            })
    void endpoint_ofStudio_isTakenForItsGenerationOnly(String endpoint) {
        assertThat(problem(endpoint, Generation.STUDIO)).isEmpty();
        assertThat(problem(endpoint, Generation.CURRENT))
                .contains("belongs to generation studio", "generation: studio")
                .containsAnyOf("mqtt://mqtts.heclouds.com:1883", "mqtts://mqttstls.heclouds.com:8883");
    }

    @Test
    void endpoint_ofTodayForStudio_namesStudiosHost() {
        assertThat(problem("mqtt://mqtts.heclouds.com:1883", Generation.STUDIO))
                .isEqualTo("mqtts.heclouds.com belongs to generation current; use"
                        + " mqtt://studio-mqtt.heclouds.com:1883, or set generation: current.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mqtt://mqtt.heclouds.com:6002",
                "mqtt://mqtt.heclouds.com:1883",
                "mqtts://MQTT.heclouds.com:8883",
                "mqtt://183.230.40.39:6002",
                "mqtt://mqtts.heclouds.com:6002"
            })
    void endpoint_ofTheFirstGeneration_namesTheOtherConfiguration(String endpoint) {
        assertThat(problem(endpoint, Generation.CURRENT))
                .contains("first generation", "mqtts://mqttstls.heclouds.com:8883", "platform: onenetlegacy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mqtts://iot-api.heclouds.com:443",
                "mqtt://openapi.heclouds.com:80",
                "mqtt://api.heclouds.com:80",
                "mqtt://ota.heclouds.com:80",
                "mqtt://studio-ota.heclouds.com:80",
                "mqtt://studio-file.heclouds.com:27001",
                "mqtts://open.iot.10086.cn:443"
            })
    void endpoint_thatAnswersHttp_namesTheMqttServer(String endpoint) {
        assertThat(problem(endpoint, Generation.STUDIO))
                .contains("answers HTTP", "mqtts://studio-mqtts.heclouds.com:8883");
    }

    @ParameterizedTest
    @CsvSource({
        "mqtts://mqtts.heclouds.com:1883, plain MQTT on port 1883",
        "mqtts://mqtts.heclouds.com:8883, plain MQTT on port 1883",
        "mqtt://mqttstls.heclouds.com:8883, TLS on port 8883",
        "mqtt://mqttstls.heclouds.com:1883, TLS on port 8883",
        "mqtts://mqttstls.heclouds.com:1883, TLS on port 8883",
        "mqtt://183.230.40.96:8883, plain MQTT on port 1883"
    })
    void endpoint_ofWrongTransportOrPort_namesBothServers(String endpoint, String what) {
        assertThat(problem(endpoint, Generation.CURRENT))
                .contains(what, "mqtts://mqttstls.heclouds.com:8883", "mqtt://mqtts.heclouds.com:1883");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws://127.0.0.1/mqtt", "wss://mqttstls.heclouds.com/mqtt"})
    void endpoint_overWebSocket_isRefusedEverywhere(String endpoint) {
        assertThat(problem(endpoint, Generation.CURRENT)).contains("no MQTT over WebSocket");
    }

    @Test
    void tls_onOwnServer_trustsTheBundledCertificateOnly() {
        TlsOptions tls = Devices.sensor().build().tls();

        assertThat(tls.trustsJavaRoots()).isFalse();
        assertThat(tls.verifyHostName()).isFalse();
        assertThat(tls)
                .isEqualTo(TlsOptions.builder()
                        .trustPem(OneNetServerCertificate.pem())
                        .dangerouslySkipHostNameCheck()
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqtts://broker.example.com:8883", "mqtt://mqtts.heclouds.com:1883"})
    void tls_elsewhere_isAsTheSessionSays(String endpoint) {
        OneNetConfig config = Devices.sensor().endpoint(endpoint).build();

        assertThat(config.tls()).isEqualTo(TlsOptions.standard());
    }

    @Test
    void tls_withCertificatesOfTheUsersOwn_isAsTheSessionSays() {
        TlsOptions own =
                TlsOptions.builder().trustPem(OneNetServerCertificate.pem()).build();

        OneNetConfig config = Devices.sensor()
                .session(SessionOptions.builder().tls(own).build())
                .build();

        assertThat(config.tls()).isEqualTo(own);
        assertThat(config.tls().verifyHostName()).isTrue();
    }

    @Test
    void api_notGiven_isTheGenerations() {
        assertThat(Devices.sensor().build().apiEndpoint()).hasToString("https://iot-api.heclouds.com");
        assertThat(Devices.sensor().generation(Generation.STUDIO).build().apiEndpoint())
                .hasToString("https://openapi.heclouds.com");
    }

    @Test
    void timeReference_onForeignServer_isOnlyWhatWasGiven() {
        OneNetConfigBuilder elsewhere = Devices.sensor().endpoint("mqtt://127.0.0.1:1883");

        assertThat(Devices.sensor().build().timeReference()).contains(Generation.CURRENT.api());
        assertThat(elsewhere.build().timeReference()).isEmpty();
        assertThat(elsewhere
                        .apiEndpoint(URI.create("http://127.0.0.1:8080"))
                        .build()
                        .timeReference())
                .contains(URI.create("http://127.0.0.1:8080"));
    }
}
