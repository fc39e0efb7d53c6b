package org.iotconnector.core.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.iotconnector.core.settings.Secret;
import org.junit.jupiter.api.Test;

class TlsOptionsTest {
    private static final CertificatePin PIN = new CertificatePin("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    @Test
    void standard_options_checkEverything() {
        TlsOptions options = TlsOptions.standard();

        assertThat(options.verifyHostName()).isTrue();
        assertThat(options.protocols()).containsExactly("TLSv1.3", "TLSv1.2");
        assertThat(options.trustFile()).isEmpty();
        assertThat(options.pins()).isEmpty();
        assertThat(options.hasClientCertificate()).isFalse();
    }

    @Test
    void equals_obeysTheContract() {
        EqualsVerifier.forClass(TlsOptions.class)
                .withPrefabValues(Secret.class, Secret.of("a"), Secret.of("b"))
                .withPrefabValues(CertificatePin.class, PIN, CertificatePin.parse("sha256/" + "B".repeat(42) + "A="))
                .withNonnullFields("pins", "protocols")
                .suppress(Warning.STRICT_HASHCODE)
                .verify();
    }

    @Test
    void extend_withoutChange_isEqual() {
        TlsOptions options = full();

        assertThat(options.extend().build()).isEqualTo(options);
        assertThat(options.extend().trustJavaRoots().build()).isNotEqualTo(options);
    }

    @Test
    void toString_withSecrets_showsNone() {
        assertThat(full().toString())
                .isEqualTo("TlsOptions[trust=ca.p12, pins=[" + PIN
                        + "], client=device.pem, verifyHostName=false, protocols=[TLSv1.2]]");
    }

    @Test
    void protocols_oldOrNone_areRefused() {
        assertThatThrownBy(() -> TlsOptions.builder().protocols(List.of("TLSv1.1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("TLS versions [TLSv1.1] must be one or both of [TLSv1.3, TLSv1.2].");
        assertThatThrownBy(() -> TlsOptions.builder().protocols(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TlsOptions full() {
        return TlsOptions.builder()
                .trustFile(Path.of("ca.p12"), Secret.of("s3cr3t"))
                .pin(PIN)
                .clientCertificate(Path.of("device.pem"), Path.of("key.pem"), Secret.of("s3cr3t"))
                .protocols(List.of("TLSv1.2"))
                .dangerouslySkipHostNameCheck()
                .build();
    }
}
