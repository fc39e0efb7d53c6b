package org.iotconnector.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.iotconnector.core.tls.TlsOptions;
import org.junit.jupiter.api.Test;

/** The certificate is the one that two of the vendor's SDKs carry. */
class OneNetServerCertificateTest {
    @Test
    void certificate_always_isTheVendors() {
        assertThat(OneNetServerCertificate.serialNumber()).isEqualTo("f08235fc4036d544");
        assertThat(OneNetServerCertificate.fingerprint())
                .isEqualTo(
                        "7D:E9:BC:4C:1A:ED:01:34:46:67:64:56:78:D4:49:74:12:10:B1:70:49:48:98:38:BF:63:79:53:B3:E9:01:17");
    }

    @Test
    void certificate_always_holdsForThirtyYears() {
        assertThat(OneNetServerCertificate.notBefore()).isEqualTo(Instant.parse("2019-05-29T01:09:28Z"));
        assertThat(OneNetServerCertificate.notAfter()).isEqualTo(Instant.parse("2049-05-21T01:09:28Z"));
    }

    @Test
    void remaining_beforeAndAfterItsEnd_countsDown() {
        Instant end = OneNetServerCertificate.notAfter();

        assertThat(OneNetServerCertificate.remaining(end.minus(Duration.ofDays(90))))
                .isEqualTo(Duration.ofDays(90));
        assertThat(OneNetServerCertificate.remaining(end.plusSeconds(1))).isEqualTo(Duration.ofSeconds(-1));
    }

    @Test
    void pem_always_canBeTrusted() {
        TlsOptions options = TlsOptions.builder()
                .trustPem(OneNetServerCertificate.pem())
                .dangerouslySkipHostNameCheck()
                .build();

        assertThat(options.load()).isNotNull();
    }
}
