package org.iotconnector.core.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.settings.SettingsManual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class TlsSettingsTest {
    private static final String PIN = "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @Test
    void read_nothing_givesTheStandard() {
        assertThat(TlsSettings.read(settings(""))).isEqualTo(TlsOptions.standard());
    }

    @Test
    void read_everything_givesTheOptions() {
        TlsOptions options = TlsSettings.read(settings("""
                trustFile: /etc/ca.p12
                trustPassword: s3cr3t
                pin: [%s]
                clientCertificateFile: /etc/device.pem
                clientKeyFile: /etc/key.pem
                clientKeyPassword: other
                tlsVersions: '1.3'
                """.formatted(PIN)));

        assertThat(options)
                .isEqualTo(TlsOptions.builder()
                        .trustFile(Path.of("/etc/ca.p12"), Secret.of("s3cr3t"))
                        .pin(CertificatePin.parse(PIN))
                        .clientCertificate(Path.of("/etc/device.pem"), Path.of("/etc/key.pem"), Secret.of("other"))
                        .protocols(List.of("TLSv1.3"))
                        .build());
    }

    @Test
    void read_hostNameCheckOff_warns() {
        Logger logger = (Logger) LoggerFactory.getLogger(TlsSettings.class);
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        logger.addAppender(appender);

        TlsOptions options = TlsSettings.read(settings("dangerouslySkipHostNameCheck: true"));

        logger.detachAppender(appender);
        assertThat(options.verifyHostName()).isFalse();
        assertThat(appender.list).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2", "1.2", "tls1.2", "TLS 1.2", "TLSv1.2"})
    void tlsVersions_eachSpelling_isTaken(String version) {
        assertThat(TlsSettings.read(settings("tlsVersions: '" + version + "'")).protocols())
                .containsExactly("TLSv1.2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tlsVersions: TLSv1.1|tlsVersions: \"TLSv1.1\" (lamp.yaml line 1) must be TLSv1.3, TLSv1.2 or both;"
                        + " older versions are broken.",
                "tlsVersions: []|tlsVersions: the list (lamp.yaml line 1) must be TLSv1.3, TLSv1.2 or both; older"
                        + " versions are broken.",
                "pin: sha1/x|pin: \"sha1/x\" (lamp.yaml line 1) must be sha256/ and the Base64 of 32 bytes, 44"
                        + " characters that end with =."
            })
    void build_wrongValue_saysWhatIsAllowed(String yaml, String message) {
        assertThatThrownBy(() -> settings(yaml))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void check_halfAnIdentity_isReportedTogetherWithOtherProblems() {
        Settings.Builder builder = builder("trustPassword: s3cr3t\nclientKeyFile: key.pem\npin: x");

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("pin: \"x\"")
                .hasMessageContaining("trustPassword: has no file to open; set trustFile, or drop the password.")
                .hasMessageContaining(
                        "clientCertificateFile: is missing: a client key needs the certificate it belongs to.")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void manual_ofAllSettings_canBeWritten() {
        assertThat(SettingsManual.markdown(TlsSettings.all()))
                .contains("| `dangerouslySkipHostNameCheck` | `--dangerously-skip-host-name-check` |")
                .contains("`TLSv1.3,TLSv1.2`");
    }

    private static Settings settings(String yaml) {
        return builder(yaml).build();
    }

    private static Settings.Builder builder(String yaml) {
        return Settings.builder(TlsSettings.all())
                .read(SettingSource.yaml(yaml, "lamp.yaml", Map.of()))
                .check(TlsSettings::check);
    }
}
