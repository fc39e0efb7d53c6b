package org.iotconnector.easyiot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.spi.Providers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EasyIotConfigTest {
    private static EasyIotConfigBuilder lamp() {
        return EasyIotConfig.builder()
                .iotId("rJ4xYq2Wb")
                .iotPwd(Secret.of("h7Pq_3kVzT"))
                .topic("light", "Bkgk2zXb4");
    }

    private static void assertRefused(EasyIotConfigBuilder builder, String... words) {
        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void connect_always_logsInWithTheAccountOverPlainTcpAnd311() {
        EasyIotConfig config = lamp().build();

        ConnectParameters parameters = new EasyIotProvider().connect(config, Instant.EPOCH);

        assertThat(parameters.endpoint()).hasToString("mqtt://iot.dfrobot.com.cn:1883");
        assertThat(parameters.version()).isEqualTo(MqttVersion.V3_1_1);
        assertThat(parameters.username()).contains("rJ4xYq2Wb");
        assertThat(parameters.password()).contains(Secret.of("h7Pq_3kVzT"));
        assertThat(parameters.cleanStart()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"cn,iot.dfrobot.com.cn", "global,iot.dfrobot.com", "cn-address,182.254.130.180"})
    void host_ofAPreset_isItsServer(String host, String server) {
        EasyIotConfig config =
                lamp().read(SettingSource.options(Map.of("host", host))).build();

        assertThat(config.endpoint()).hasToString("mqtt://" + server + ":1883");
    }

    @Test
    void clientId_byDefault_isTheSameForThisDeviceAndAnotherForEveryOther() {
        String mine = lamp().build().clientId();

        assertThat(mine).matches("iotc-[0-9a-f]{12}").isEqualTo(lamp().build().clientId());
        assertThat(mine)
                .isNotEqualTo(lamp().name("other").build().clientId())
                .isNotEqualTo(lamp().topic("fan", "BJpHJt1VW").build().clientId())
                .isNotEqualTo(lamp().iotId("another").build().clientId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"灯", "my lamp", "", "läмp"})
    void clientId_thatTheModulesCannotSay_isRefused(String clientId) {
        assertRefused(lamp().clientId(clientId), "clientId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqtts://iot.dfrobot.com.cn:8883", "ws://iot.dfrobot.com.cn/mqtt"})
    void endpoint_withTlsOrWebSocket_isRefused(String endpoint) {
        assertRefused(lamp().endpoint(endpoint), "plain TCP only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"siot/lamp", "a/b/c", "Bkg+", "#", ""})
    void topic_thatIsNoneOfThePlatform_isRefused(String topic) {
        assertRefused(lamp().topic("fan", topic), "topics", "fan");
    }

    @Test
    void topics_thatAreTheSameTwice_areRefused() {
        assertRefused(lamp().topic("fan", "Bkgk2zXb4"), "light", "fan", "one topic");
    }

    @Test
    void properties_underANameThatIsNotThere_areRefusedWithTheNearest() {
        assertRefused(lamp().properties(Map.of("LightSwitch", "ligth")), "ligth", "Did you mean \"light\"?");
    }

    @Test
    void properties_twoUnderOneNameInText_areRefused() {
        assertRefused(lamp().properties(Map.of("a", "light", "b", "light")), "layout: json");
    }

    @Test
    void properties_twoUnderOneNameInJson_areFine() {
        EasyIotConfig config = lamp().layout(Layout.JSON)
                .properties(Map.of("a", "light", "b", "light"))
                .build();

        assertThat(config.properties()).hasSize(2);
    }

    @Test
    void qos_two_isRefused() {
        assertRefused(lamp().qos(QualityOfService.EXACTLY_ONCE), "qos");
    }

    @Test
    void newBuilder_always_keepsEverything() {
        EasyIotConfig config = lamp().name("lamp").layout(Layout.JSON).build();

        assertThat(config.newBuilder().build()).isEqualTo(config).hasSameHashCodeAs(config);
        assertThat(config.newBuilder().topic("fan", "BJpHJt1VW").build().topics())
                .containsExactlyInAnyOrderEntriesOf(Map.of("light", "Bkgk2zXb4", "fan", "BJpHJt1VW"));
    }

    @Test
    void toString_always_namesTheDeviceAndHidesThePassword() {
        assertThat(lamp().name("lamp").build().toString())
                .isEqualTo("EasyIotConfig[rJ4xYq2Wb/lamp at mqtt://iot.dfrobot.com.cn:1883]");
    }

    @Test
    void settings_ofAnotherPlatform_areRefused() {
        assertRefused(lamp().read(SettingSource.options(Map.of("platform", "siot"))), "siot", "easyiot");
    }

    @Test
    void providers_always_findBoth() {
        assertThat(Providers.load().ids()).contains("easyiot", "siot");
    }

    @Test
    void quotas_always_giveEachTopicItsShare() {
        EasyIotConfig two = lamp().topic("fan", "BJpHJt1VW").build();

        assertThat(new EasyIotProvider().quotas(two).rates()).singleElement().satisfies(rate -> {
            assertThat(rate.permits()).isEqualTo(10);
            assertThat(rate.period()).hasSeconds(5);
        });
    }
}
