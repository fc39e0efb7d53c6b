package org.iotconnector.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.iotconnector.core.AuthenticationException;
import org.iotconnector.core.Device;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Values;
import org.iotconnector.core.tls.TlsOptions;
import org.junit.jupiter.api.Test;

/** How a device logs in, over each transport. */
class AliyunLoginTest extends SimulatedLampTest {
    @Test
    void login_overTls_isAccepted() {
        SessionOptions trusting = SessionOptions.builder()
                .tls(TlsOptions.builder()
                        .trustPem(aliyun.simulator().caCertificatePem())
                        .build())
                .build();

        Device device =
                open(lamp().endpoint(aliyun.platform().mqttsUri().toString()).session(trusting));

        join(device.report(Values.of("CurrentLedADC", 1)));
    }

    @Test
    void login_overWebSocket_isAccepted() {
        Device device = open(lamp().endpoint(aliyun.platform().wsUri().toString()));

        join(device.report(Values.of("CurrentLedADC", 1)));
    }

    @Test
    void login_overWebSocketWithTls_isAccepted() {
        SessionOptions trusting = SessionOptions.builder()
                .tls(TlsOptions.builder()
                        .trustPem(aliyun.simulator().caCertificatePem())
                        .build())
                .build();

        Device device =
                open(lamp().endpoint(aliyun.platform().wssUri().toString()).session(trusting));

        join(device.report(Values.of("CurrentLedADC", 1)));
    }

    @Test
    void login_withAWrongSecret_saysWhatMayBeWrong() {
        Device device = connector.open(lamp().deviceSecret(Secret.of("k9WmZq3TfLx7RvB2NdYpHs5JcUeA8gQ5"))
                .build());

        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> device.awaitOnline(Duration.ofSeconds(20)))
                .withMessageContaining("deviceSecret")
                .satisfies(e -> assertThat(e.code()).contains(4));
    }
}
