package org.iotconnector.core.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.settings.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class TrustLoaderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "ec.pem, , 1",
        "bundle.pem, , 2",
        "ec.der, , 1",
        "trust.p12, s3cr3t, 1",
        "ec.p12, s3cr3t, 1",
        "rsa-legacy.p12, s3cr3t, 1",
        "trust.jks, s3cr3t, 1"
    })
    void load_eachForm_trustsItsCertificates(String file, @Nullable String password, int count) {
        assertThat(issuers(file, password)).hasSize(count);
    }

    @Test
    void load_bundle_trustsEachCertificateInIt() {
        assertThat(issuers("bundle.pem", null))
                .extracting(certificate -> certificate.getSubjectX500Principal().getName())
                .containsExactlyInAnyOrder("CN=ec", "CN=rsa");
    }

    @ParameterizedTest
    @CsvSource({"trust.p12", "trust.jks", "rsa-legacy.p12"})
    void load_wrongPassword_namesThePasswordSetting(String file) {
        assertThatThrownBy(() -> issuers(file, "wrong"))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("trustPassword: does not open " + Fixtures.file(file)
                        + "; check the password, or whether the file is damaged.");
    }

    @Test
    void load_passwordMissing_saysSo() {
        assertThatThrownBy(() -> issuers("trust.p12", null))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("trustPassword: is missing, and " + Fixtures.file("trust.p12") + " needs one.");
    }

    @Test
    void load_keyInPlaceOfACertificate_saysWhatIsMissing() {
        assertThatThrownBy(() -> issuers("ec-pkcs8.pem", null))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("trustFile: " + Fixtures.file("ec-pkcs8.pem")
                        + " holds no certificate; it must hold the certificate of the server or of its issuer.");
    }

    @Test
    void load_somethingElse_saysWhatIsExpected() throws IOException {
        Path file = Files.writeString(folder.resolve("ca.txt"), "hello");

        assertThatThrownBy(() -> trusting(file, null).load())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("trustFile: " + file + " is neither PEM, PKCS#12, JKS nor a DER certificate; a PEM file has"
                        + " a -----BEGIN CERTIFICATE----- line.");
    }

    @Test
    void load_folder_isRefused() {
        assertThatThrownBy(() -> trusting(folder, null).load())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("trustFile: " + folder + " is a folder; name a file in it.");
    }

    @Test
    void load_tooLargeFile_isRefused() throws IOException {
        Path file = Files.write(folder.resolve("big.pem"), new byte[5 * 1024 * 1024]);

        assertThatThrownBy(() -> trusting(file, null).load())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("trustFile: " + file + " is larger than 4MB; is it the right file?");
    }

    @Test
    void load_expiredCertificate_warnsAndGoesOn() {
        Instant now = Instant.now();
        TestCertificates.Issued expired = TestCertificates.of("CN=old")
                .asAuthority()
                .valid(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(2)))
                .create();

        List<String> lines = logged(() ->
                TlsOptions.builder().trustPem(expired.certificatePem()).build().load());

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0))
                .startsWith("WARN 1 of 1 certificates in the PEM text (trustPem) are not valid today; first: CN=old,"
                        + " valid from ");
    }

    @Test
    void load_validCertificates_isSilent() {
        assertThat(logged(() -> issuers("bundle.pem", null))).isEmpty();
    }

    @Property(tries = 300)
    void load_damagedFile_isReportedOrStillReadable(
            @ForAll @IntRange(max = 6) int which, @ForAll @IntRange(max = 3000) int position, @ForAll byte change)
            throws IOException {
        List<String> names =
                List.of("ec.pem", "bundle.pem", "ec.der", "trust.p12", "ec.p12", "rsa-legacy.p12", "trust.jks");
        byte[] bytes = Files.readAllBytes(Fixtures.file(names.get(which)));
        bytes[position % bytes.length] ^= change;
        Path file = Files.createTempFile("damaged", ".bin");
        try {
            Files.write(file, position % 2 == 0 ? bytes : Arrays.copyOf(bytes, position % bytes.length));
            trusting(file, Fixtures.PASSWORD).load();
        } catch (InvalidConfigurationException e) {
            assertThat(e.problems()).hasSize(1);
        } finally {
            Files.delete(file);
        }
    }

    private static List<X509Certificate> issuers(String file, @Nullable String password) {
        TlsMaterial material = trusting(Fixtures.file(file), password == null ? null : Secret.of(password))
                .load();
        return List.of(material.trustManager().getAcceptedIssuers());
    }

    private static TlsOptions trusting(Path file, @Nullable Secret password) {
        return TlsOptions.builder().trustFile(file, password).build();
    }

    private static List<String> logged(Runnable action) {
        Logger logger = (Logger) LoggerFactory.getLogger(TlsLoader.class);
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        logger.addAppender(appender);
        try {
            action.run();
        } finally {
            logger.detachAppender(appender);
        }
        return appender.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }
}
