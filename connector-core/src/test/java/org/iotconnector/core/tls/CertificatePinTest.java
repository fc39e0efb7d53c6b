package org.iotconnector.core.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatePinTest {
    /** Made with {@code openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -subj /CN=pin}. */
    private static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBcjCCARegAwIBAgIUWpuPE1AitlHDTkly4O3GutjUxAEwCgYIKoZIzj0EAwIw
            DjEMMAoGA1UEAwwDcGluMB4XDTI2MTEyMTEwMDAxN1oXDTM2MTExODEwMDAxN1ow
            DjEMMAoGA1UEAwwDcGluMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqYATfyL4
            RSAHoHVqn7dAKDfyEfSzuvlXZVBi6lrU7+wFHdQjKzf3bBtQ0LGwnJpMJwppD+j+
            v24RRpa38Xt2HqNTMFEwHQYDVR0OBBYEFEBHh8oG+0vo/PXqcmda7Xut0ZkmMB8G
            A1UdIwQYMBaAFEBHh8oG+0vo/PXqcmda7Xut0ZkmMA8GA1UdEwEB/wQFMAMBAf8w
            CgYIKoZIzj0EAwIDSQAwRgIhAK0/CLwMOmDk42V7r+S7ZPB0Bx8rW96po5yC/DNy
            zRQ0AiEAjA+oA1Nstw6foohGwoTk/2knOqnDwrUzaBWCqT7g4yQ=
            -----END CERTIFICATE-----
            """;

    /** From {@code openssl x509 -pubkey -noout | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary}. */
    private static final String PIN_BY_OPENSSL = "sha256/GOnGEzI6UGAYTgwJlxyi6WMbPVHWrcrm4nW7qM5vCqo=";

    @Test
    void of_certificate_isWhatOpensslComputes() throws Exception {
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(CERTIFICATE.getBytes(StandardCharsets.US_ASCII)));

        assertThat(CertificatePin.of(certificate)).hasToString(PIN_BY_OPENSSL);
    }

    @Test
    void parse_whatToStringWrote_isEqual() {
        assertThat(CertificatePin.parse(PIN_BY_OPENSSL)).hasToString(PIN_BY_OPENSSL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256/",
                "sha1/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
                "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=",
                "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "sha256/????"
            })
    void parse_otherForm_isRefused(String text) {
        assertThatThrownBy(() -> CertificatePin.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sha256/");
    }

    @Property
    void parse_anyHash_isTaken(@ForAll @Size(32) byte[] hash) {
        String text = "sha256/" + Base64.getEncoder().encodeToString(hash);

        assertThat(CertificatePin.parse(text)).hasToString(text);
    }
}
