package org.iotconnector.onenet.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.http.HttpBody;
import org.iotconnector.core.http.HttpMethod;
import org.iotconnector.core.http.HttpRequest;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyRegistrationTest {
    private static final Secret CODE = Secret.of(SimulatedLegacy.REGISTER_CODE);

    private final LegacyRegistration request = LegacyRegistration.ofSerialNumber(CODE, "SN-0001");

    private static LegacyRegistration.Registered register(
            Connector connector, SimulatedLegacy platform, LegacyRegistration request) {
        return request.send(connector.http(), platform.platform().httpUri()).join();
    }

    private static String body(LegacyRegistration request) {
        HttpBody.Content content = (HttpBody.Content)
                request.request(LegacyRegistration.PLATFORM).body().orElseThrow();
        return new String(content.bytes().toArray(), StandardCharsets.UTF_8);
    }

    @Test
    void request_bySerialNumber_isAsThePlatformWantsIt() {
        HttpRequest made = request.request(LegacyRegistration.PLATFORM);

        assertThat(made.method()).isEqualTo(HttpMethod.POST);
        assertThat(made.uri()).hasToString("https://api.heclouds.com/register_de?register_code=rc-N4bV7xQ2");
        assertThat(body(request)).isEqualTo("{\"sn\":\"SN-0001\"}");
        assertThat(made.toString())
                .doesNotContain(SimulatedLegacy.REGISTER_CODE)
                .doesNotContain("SN-0001");
    }

    @Test
    void request_byMacWithTitle_holdsBoth() {
        LegacyRegistration byMac = LegacyRegistration.ofMac(CODE, "02:00:5e:10").title("cellar");

        assertThat(body(byMac)).isEqualTo("{\"mac\":\"02:00:5e:10\",\"title\":\"cellar\"}");
    }

    @Test
    void request_withACodeOfReservedCharacters_encodesIt() {
        LegacyRegistration odd = LegacyRegistration.ofSerialNumber(Secret.of("a&b=c"), "1");

        assertThat(odd.request(URI.create("http://127.0.0.1:9/")).uri())
                .hasToString("http://127.0.0.1:9/register_de?register_code=a%26b%3Dc");
    }

    @Test
    void serialNumber_of513Characters_isRefused() {
        assertThatThrownBy(() -> LegacyRegistration.ofSerialNumber(CODE, "x".repeat(513)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("1 to 512");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456789012345678901234567890123"})
    void titleAndMac_outside1To32Characters_areRefused(String text) {
        assertThatThrownBy(() -> request.title(text)).isInstanceOf(MappingException.class);
        assertThatThrownBy(() -> LegacyRegistration.ofMac(CODE, text)).isInstanceOf(MappingException.class);
    }

    @Test
    void read_ofARefusal_carriesNumberTextAndAdvice() {
        Bytes answer = Bytes.ofUtf8("{\"errno\":3,\"error\":\"auth failed\"}");

        PlatformRejectedException refusal =
                catchThrowableOfType(PlatformRejectedException.class, () -> request.read(answer));

        assertThat(refusal.code()).isEqualTo(3);
        assertThat(refusal.text()).isEqualTo("auth failed");
        assertThat(refusal).hasMessageContaining("register code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"errno\":0}", "{\"errno\":0,\"data\":{}}", "{\"errno\":\"x\"}"})
    void read_ofWhatIsNoAnswer_isAMappingException(String answer) {
        assertThatThrownBy(() -> request.read(Bytes.ofUtf8(answer))).isInstanceOf(MappingException.class);
    }

    @Test
    void read_ofANumberAsDeviceId_isTaken() {
        Bytes answer = Bytes.ofUtf8("{\"errno\":0,\"error\":\"succ\",\"data\":{\"device_id\":17,\"key\":\"k=\"}}");

        assertThat(request.read(answer).deviceId()).isEqualTo("17");
        assertThat(request.read(answer).apiKey()).contains(Secret.of("k="));
    }

    @Test
    void toString_ofRequestAndResult_showsNoSecret() {
        LegacyRegistration.Registered registered = request.read(
                Bytes.ofUtf8("{\"errno\":0,\"error\":\"succ\",\"data\":{\"device_id\":\"17\",\"key\":\"k9=\"}}"));

        assertThat(request + " " + registered)
                .doesNotContain(SimulatedLegacy.REGISTER_CODE)
                .doesNotContain("SN-0001")
                .doesNotContain("k9=");
    }

    @Test
    void device_thatRegistersTwice_isTheSameAndLogsIn() throws Exception {
        try (SimulatedLegacy platform = new SimulatedLegacy();
                Connector connector = Connector.create()) {
            LegacyRegistration.Registered first = register(connector, platform, request);
            LegacyRegistration.Registered again = register(connector, platform, request);

            Device device = connector.open(first.configure(SimulatedLegacy.PRODUCT_ID)
                    .endpoint(platform.platform().mqttUri().toString())
                    .build());
            device.awaitOnline(Duration.ofSeconds(5));
            device.report(Values.of("t", 1)).acknowledged().get();

            assertThat(again.deviceId()).isEqualTo(first.deviceId());
            assertThat(platform.platform().device(device.id()).latest()).containsOnlyKeys("t");
        }
    }

    @Test
    void registerCode_thatIsWrong_isRefusedByThePlatform() {
        try (SimulatedLegacy platform = new SimulatedLegacy();
                Connector connector = Connector.create()) {
            LegacyRegistration wrong = LegacyRegistration.ofSerialNumber(Secret.of("guess"), "SN-0001");

            assertThatThrownBy(() -> register(connector, platform, wrong))
                    .hasCauseInstanceOf(PlatformRejectedException.class)
                    .hasMessageContaining("register code")
                    .hasMessageNotContaining("guess");
        }
    }
}
