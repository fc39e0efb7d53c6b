package org.iotconnector.aliyun.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.iotconnector.aliyun.AliyunConfig;
import org.iotconnector.aliyun.Devices;
import org.iotconnector.aliyun.SignMethod;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AliyunConnectCodesTest {
    private final AliyunConfig lamp = Devices.lamp().build();

    @ParameterizedTest
    @CsvSource({
        "1, UNSUPPORTED_VERSION",
        "2, CREDENTIAL_REFUSED",
        "3, SERVER_UNAVAILABLE",
        "4, CREDENTIAL_REFUSED",
        "5, NOT_AUTHORIZED",
        "0x84, UNSUPPORTED_VERSION",
        "0x85, CREDENTIAL_REFUSED",
        "0x86, CREDENTIAL_REFUSED",
        "0x87, NOT_AUTHORIZED",
        "0x88, SERVER_UNAVAILABLE",
        "0x89, THROTTLED",
        "0x8A, BANNED",
        "0x8D, TIMEOUT",
        "0x8E, DUPLICATE_CLIENT",
        "0x90, FORBIDDEN_TOPIC",
        "0x95, POISON_MESSAGE",
        "0x97, THROTTLED",
        "0x98, NOT_AUTHORIZED",
        "0x9B, PROTOCOL_ERROR",
        "0x9F, THROTTLED"
    })
    void explain_code_sortsTheFailureAndNamesTheDevice(String text, FailureKind kind) {
        int code = Integer.decode(text);

        assertThat(AliyunConnectCodes.explain(lamp, code)).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.code()).contains(code);
            assertThat(failure.message()).contains("a1Demo0Prod/lamp-0001").contains("code " + code);
            assertThat(failure.advice()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, 7, 0x80, 0x83, 0x8C, 0x9D, 0xA2, -1})
    void explain_codeWithoutMoreToSay_isNothing(int code) {
        assertThat(AliyunConnectCodes.explain(lamp, code)).isEmpty();
    }

    @Test
    void explain_refusedPassword_namesEveryLikelyCause() {
        AliyunConfig config = Devices.lamp()
                .signMethod(SignMethod.HMAC_SHA1)
                .region("us-west-1")
                .build();

        Failure failure = AliyunConnectCodes.explain(config, 4).orElseThrow();

        assertThat(failure.advice())
                .contains("deviceSecret")
                .contains("deviceName and productKey are swapped")
                .contains("region us-west-1")
                .contains("signMethod=hmacsha1");
    }

    @Test
    void explain_onAnInstance_namesIt() {
        AliyunConfig config = Devices.lamp().instanceId("iot-06z00abc").build();

        Failure failure = AliyunConnectCodes.explain(config, 5).orElseThrow();

        assertThat(failure.advice()).contains("instance iot-06z00abc").doesNotContain("cn-shanghai");
    }

    @Test
    void explain_onAnOwnServer_namesThatInsteadOfARegion() {
        AliyunConfig config = Devices.lamp().endpoint("mqtt://127.0.0.1:1883").build();

        Failure failure = AliyunConnectCodes.explain(config, 4).orElseThrow();

        assertThat(failure.advice()).contains("mqtt://127.0.0.1:1883").doesNotContain("cn-shanghai");
    }

    @Test
    void explain_unavailable_namesTheKeepAlive() {
        assertThat(AliyunConnectCodes.explain(lamp, 3).orElseThrow().advice())
                .contains("30 s to 1200 s")
                .contains("300 s");
    }

    @Test
    void explain_anyCode_neverShowsTheSecret() {
        assertThat(IntStream.range(0, 256).boxed().flatMap(code -> AliyunConnectCodes.explain(lamp, code).stream()))
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure.explain()).doesNotContain(Devices.SECRET));
    }
}
