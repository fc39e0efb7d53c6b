package org.iotconnector.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.iotconnector.core.session.Endpoint.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "mqtt://broker, TCP, broker, 1883, ''",
        "mqtts://broker, TLS, broker, 8883, ''",
        "ws://broker/mqtt, WEBSOCKET, broker, 80, mqtt",
        "wss://broker:444/a/b, WEBSOCKET_TLS, broker, 444, a/b",
        "tcp://127.0.0.1:18830, TCP, 127.0.0.1, 18830, ''",
        "ssl://broker:1, TLS, broker, 1, ''",
        "mqtt://[::1]:1883, TCP, ::1, 1883, ''",
        "MQTT://Broker, TCP, Broker, 1883, ''",
    })
    void parse_uri_givesItsParts(String uri, Transport transport, String host, int port, String path) {
        assertThat(Endpoint.parse(uri)).isEqualTo(new Endpoint(transport, host, port, path));
    }

    @ParameterizedTest
    @CsvSource({"mqtt://broker:1883", "wss://broker:443/mqtt", "mqtts://[::1]:8883"})
    void toString_ofParsed_givesTheUriBack(String uri) {
        assertThat(Endpoint.parse(uri)).hasToString(uri);
    }

    @ParameterizedTest
    @CsvSource({"broker:1883", "http://broker", "mqtt://", "mqtt://broker:0", "mqtt://broker:70000", "mqtt://a b"})
    void parse_whatIsNoEndpoint_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mqtt://user:geheim@broker",
                "mqtt://user:geheim@bro_ker",
                "mqtt://user:ge/heim-geheim@broker",
                "mqtt://user:12/geheim@broker",
                "mqtt://user:12?geheim@broker",
                "mqtt:user:geheim@broker",
                "ftp:user:geheim@broker",
                "user:geheim@broker:1883",
                "wss://user:ge/heim-geheim@broker/mqtt",
                "wss://user:geheim@broker/mqtt"
            })
    void parse_credentialsInTheUri_isRefusedWithoutRepeatingThem(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.parse(text))
                .withMessageContaining("settings of their own")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("geheim"));
    }

    @Test
    void parse_pathOnTcp_saysWhoCanHaveOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.parse("mqtt://broker/mqtt"))
                .withMessageContaining("ws://");
    }
}
