package org.iotconnector.core.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.X509ExtendedKeyManager;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.SettingProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientIdentityLoaderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "ec.pem, ec-pkcs8.pem, ",
        "ec.pem, ec-sec1.pem, ",
        "ec.pem, ec-pkcs8-encrypted.pem, s3cr3t",
        "rsa.pem, rsa-pkcs8.pem, ",
        "rsa.pem, rsa-pkcs1.pem, ",
        "rsa.pem, rsa-pkcs1-encrypted.pem, s3cr3t",
        "ec.p12, , s3cr3t",
        "rsa-legacy.p12, , s3cr3t"
    })
    void load_eachForm_givesTheIdentity(String certificate, @Nullable String key, @Nullable String password) {
        X509ExtendedKeyManager keys = keyManager(load(certificate, key, password));

        String type = certificate.startsWith("ec") ? "EC" : "RSA";
        String alias = keys.chooseClientAlias(new String[] {type}, new Principal[0], null);
        assertThat(keys.getCertificateChain(alias)[0].getSubjectX500Principal().getName())
                .isEqualTo("CN=" + type.toLowerCase(Locale.ROOT));
        assertThat(keys.getPrivateKey(alias).getAlgorithm()).isEqualTo(type);
    }

    @Test
    void load_keyAndCertificateInOneFile_givesTheIdentity() throws IOException {
        Path both = Files.writeString(
                folder.resolve("both.pem"),
                Files.readString(Fixtures.file("ec-pkcs8.pem")) + Files.readString(Fixtures.file("ec.pem")));

        TlsMaterial material =
                TlsOptions.builder().clientCertificate(both, null, null).build().load();

        assertThat(keyManager(material).getClientAliases("EC", null)).hasSize(1);
    }

    @Test
    void load_encryptedKey_registersNoProvider() {
        load("ec.pem", "ec-pkcs8-encrypted.pem", "s3cr3t");

        assertThat(Security.getProvider("BC")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ec.pem, ec-pkcs8-encrypted.pem, wrong",
        "rsa.pem, rsa-pkcs1-encrypted.pem, wrong",
        "ec.p12, , wrong",
        "rsa-legacy.p12, , wrong"
    })
    void load_wrongPassword_namesThePasswordSetting(String certificate, @Nullable String key, String password) {
        assertThatThrownBy(() -> load(certificate, key, password))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("clientKeyPassword: does not open ")
                .hasMessageContaining("check the password")
                .hasMessageNotContaining("wrong");
    }

    @ParameterizedTest
    @CsvSource({"ec.pem, ec-pkcs8-encrypted.pem", "rsa.pem, rsa-pkcs1-encrypted.pem", "ec.p12, "})
    void load_passwordMissing_saysSo(String certificate, @Nullable String key) {
        assertThatThrownBy(() -> load(certificate, key, null))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("clientKeyPassword: is missing, and ");
    }

    @ParameterizedTest
    @CsvSource({"ec.pem, rsa-pkcs8.pem, CN=ec", "rsa.pem, ec-pkcs8.pem, CN=rsa"})
    void load_keyOfAnotherCertificate_namesBoth(String certificate, String key, String subject) {
        assertThatThrownBy(() -> load(certificate, key, null))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("clientKeyFile: the key in " + Fixtures.file(key)
                        + " does not belong to the first certificate in " + Fixtures.file(certificate) + " (" + subject
                        + "); give the key it was issued for.");
    }

    @Test
    void load_keyOfSameKindButAnotherCertificate_isRefused() {
        TestCertificates.Issued one = TestCertificates.authority("CN=one");
        TestCertificates.Issued two = TestCertificates.authority("CN=two");
        TlsOptions options = TlsOptions.builder()
                .clientCertificatePem(one.certificatePem(), Secret.of(two.keyPem()), null)
                .build();

        assertThatThrownBy(options::load)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("clientKeyPem: the key in the PEM text does not belong to the first certificate in the PEM"
                        + " text (CN=one); give the key it was issued for.");
    }

    @Test
    void load_certificateInPlaceOfTheKey_saysWhatIsMissing() {
        assertThatThrownBy(() -> load("ec.pem", "ec.pem", null))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("clientKeyFile: " + Fixtures.file("ec.pem")
                        + " holds no private key; it must have a -----BEGIN PRIVATE KEY----- block.");
    }

    @Test
    void load_certificateWithoutKey_namesTheSettingForTheKey() {
        assertThatThrownBy(() -> load("ec.pem", null, null))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("clientCertificateFile: " + Fixtures.file("ec.pem")
                        + " holds no private key; name its file with clientKeyFile.");
    }

    @Test
    void load_keyInPlaceOfTheCertificate_saysWhatIsMissing() {
        assertThatThrownBy(() -> load("ec-pkcs8.pem", "ec-pkcs8.pem", null))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("clientCertificateFile: " + Fixtures.file("ec-pkcs8.pem")
                        + " holds no certificate; it must have a -----BEGIN CERTIFICATE----- block.");
    }

    @Test
    void load_damagedKey_saysWhichBlockWithoutQuotingIt() throws IOException {
        Path damaged = Files.writeString(
                folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nMII?s3cr3t\n-----END PRIVATE KEY-----\n");
        TlsOptions options = TlsOptions.builder()
                .clientCertificate(Fixtures.file("ec.pem"), damaged, null)
                .build();

        assertThatThrownBy(options::load)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("clientKeyFile: " + damaged
                        + " is not readable PEM: block 1 is damaged; copy it anew, with its BEGIN and END lines.");
    }

    @Test
    void load_damagedKeyStore_saysSo() throws IOException {
        byte[] bytes = Files.readAllBytes(Fixtures.file("ec.p12"));
        Path damaged = Files.write(folder.resolve("half.p12"), Arrays.copyOf(bytes, bytes.length / 2));
        TlsOptions options = TlsOptions.builder()
                .clientCertificate(damaged, null, Fixtures.PASSWORD)
                .build();

        assertThatThrownBy(options::load)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage(
                        "clientCertificateFile: " + damaged + " is damaged: it is not a whole PKCS#12 or JKS file.");
    }

    @Test
    void load_trustAndIdentityWrong_reportsBoth() {
        TlsOptions options = TlsOptions.builder()
                .trustFile(Path.of("/no/ca.pem"), null)
                .clientCertificate(Path.of("/no/device.pem"), null, null)
                .build();

        assertThatThrownBy(options::load)
                .isInstanceOf(InvalidConfigurationException.class)
                .extracting(thrown -> ((InvalidConfigurationException) thrown).problems())
                .isEqualTo(List.of(
                        new SettingProblem("trustFile", "/no/ca.pem does not exist; looked for /no/ca.pem."),
                        new SettingProblem(
                                "clientCertificateFile", "/no/device.pem does not exist; looked for /no/device.pem.")));
    }

    @Test
    void toString_ofAnIdentity_doesNotShowTheKey() {
        TestCertificates.Issued issued = TestCertificates.authority("CN=one");
        ClientIdentity identity = new ClientIdentity(issued.keys().getPrivate(), List.of(issued.certificate()));

        assertThat(identity).hasToString("ClientIdentity[CN=one]");
    }

    private static TlsMaterial load(String certificate, @Nullable String key, @Nullable String password) {
        return TlsOptions.builder()
                .clientCertificate(
                        Fixtures.file(certificate),
                        key == null ? null : Fixtures.file(key),
                        password == null ? null : Secret.of(password))
                .build()
                .load();
    }

    private static X509ExtendedKeyManager keyManager(TlsMaterial material) {
        return (X509ExtendedKeyManager)
                material.keyManagerFactory().orElseThrow().getKeyManagers()[0];
    }
}
