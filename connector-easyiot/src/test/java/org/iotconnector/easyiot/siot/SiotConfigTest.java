package org.iotconnector.easyiot.siot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import java.time.Instant;
import java.util.Map;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.easyiot.broker.Logs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiotConfigTest {
    private static SiotConfigBuilder lamp() {
        return SiotConfig.builder().host("192.168.1.20").topic("light", "lamp");
    }

    private static SiotConfigBuilder v1() {
        return lamp().version(SiotVersion.V1);
    }

    private static void assertRefused(SiotConfigBuilder builder, String... words) {
        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void connect_byDefault_logsInWithWhatServersShipWith() {
        ConnectParameters parameters = new SiotProvider().connect(lamp().build(), Instant.EPOCH);

        assertThat(parameters.endpoint()).hasToString("mqtt://192.168.1.20:1883");
        assertThat(parameters.username()).contains("siot");
        assertThat(parameters.password()).contains(Secret.of("dfrobot"));
    }

    @Test
    void topics_withoutAProject_areOfTheProject() {
        assertThat(lamp().topic("fan", "siot/ventilator").build().topics())
                .isEqualTo(Map.of("light", "siot/lamp", "fan", "siot/ventilator"));
        assertThat(v1().project("classroom").build().topics()).isEqualTo(Map.of("light", "classroom/lamp"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"classroom/1/lamp", "/lamp", "lamp/"})
    void topics_ofV1WithOtherThanTwoLevels_areRefused(String topic) {
        assertRefused(v1().topic("fan", topic), topic, "project and device");
    }

    @Test
    void topics_ofV2OutsideSiot_areWarnedAbout() {
        try (Logs log = Logs.open()) {
            SiotConfig config = lamp().topic("fan", "poc/a/b").build();

            assertThat(config.topics()).containsEntry("fan", "poc/a/b");
            assertThat(log.entries(Level.WARN)).anyMatch(entry -> entry.contains("poc/a/b"));
        }
    }

    @Test
    void qos_ofV2_isWhatStoreSays() {
        assertThat(lamp().build().qos()).isEqualTo(QualityOfService.AT_LEAST_ONCE);
        assertThat(lamp().store(SiotStore.NO).build().qos()).isEqualTo(QualityOfService.AT_MOST_ONCE);
        assertRefused(lamp().qos(QualityOfService.AT_LEAST_ONCE), "qos", "store");
    }

    @Test
    void qos_ofV1_isZeroUnlessSet() {
        assertThat(v1().build().qos()).isEqualTo(QualityOfService.AT_MOST_ONCE);
        assertThat(v1().qos(QualityOfService.AT_LEAST_ONCE).build().qos()).isEqualTo(QualityOfService.AT_LEAST_ONCE);
    }

    @Test
    void store_asASetting_isYesOrNo() {
        SiotConfig config =
                lamp().read(SettingSource.options(Map.of("store", "no"))).build();

        assertThat(config.store()).isEqualTo(SiotStore.NO);
    }

    @Test
    void endpoint_ofV2_mayBeWebSocket() {
        SiotConfig config = lamp().endpoint("ws://192.168.1.20:1888/ws").build();

        assertThat(config.endpoint()).hasToString("ws://192.168.1.20:1888/ws");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws://192.168.1.20:1888/ws", "mqtts://192.168.1.20:8883"})
    void endpoint_ofV1_isPlainOnly(String endpoint) {
        assertRefused(v1().endpoint(endpoint), "neither TLS nor WebSocket");
    }

    @Test
    void apiEndpoint_byDefault_isPort8080OfTheHost() {
        assertThat(lamp().build().apiEndpoint()).hasToString("http://192.168.1.20:8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqtt://a", "http://u:p@a:8080", "a b", "http://a/?iname=x"})
    void apiEndpoint_thatIsNone_isRefused(String address) {
        assertRefused(lamp().read(SettingSource.options(Map.of("apiEndpoint", address))), "apiEndpoint");
    }

    @Test
    void clientId_byDefault_differsByNameAndServer() {
        assertThat(lamp().build().clientId())
                .isEqualTo(lamp().build().clientId())
                .isNotEqualTo(lamp().name("b").build().clientId())
                .isNotEqualTo(lamp().host("192.168.1.21").build().clientId());
    }

    @Test
    void newBuilder_always_keepsEverything() {
        SiotConfig config = v1().store(SiotStore.NO).prefixReturns(false).build();

        assertThat(config.newBuilder().build()).isEqualTo(config).hasSameHashCodeAs(config);
        assertThat(config).isNotEqualTo(v1().store(SiotStore.NO).build());
    }
}
