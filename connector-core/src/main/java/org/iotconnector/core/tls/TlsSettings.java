package org.iotconnector.core.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings of TLS, which every platform shares. */
public final class TlsSettings {
    private static final Logger LOG = LoggerFactory.getLogger(TlsSettings.class);
    private static final String GROUP = "TLS";

    /** Whose certificates are trusted instead of the Java runtime's roots. */
    public static final Setting<Path> TRUST_FILE = Setting.file("trustFile")
            .description("Certificates to trust instead of those that come with Java: PEM (one or many), DER, PKCS#12"
                    + " or JKS.")
            .example("ca.pem")
            .defaultText("Java's own roots")
            .group(GROUP)
            .build();

    /** The password of a PKCS#12 or JKS {@link #TRUST_FILE}. */
    public static final Setting<Secret> TRUST_PASSWORD = Setting.secret("trustPassword")
            .description("Password of a trustFile in PKCS#12 or JKS form.")
            .group(GROUP)
            .build();

    /** Public keys of which the server's certificates must have one, on top of being trusted. */
    public static final Setting<List<String>> PIN = Setting.list("pin")
            .description("Public keys of which the server's certificates, from its own up to the root, must have one;"
                    + " a failed connection lists those it saw.")
            .example("sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
            .check(TlsSettings::pinProblem)
            .group(GROUP)
            .build();

    /** The certificate that the client shows. */
    public static final Setting<Path> CLIENT_CERTIFICATE_FILE = Setting.file("clientCertificateFile")
            .description("Certificate to show to the server: PEM, own certificate first and then its issuers, or"
                    + " PKCS#12 or JKS with the key.")
            .example("device.pem")
            .group(GROUP)
            .build();

    /** The key of {@link #CLIENT_CERTIFICATE_FILE}. */
    public static final Setting<Path> CLIENT_KEY_FILE = Setting.file("clientKeyFile")
            .description("Private key in PEM (PKCS#1, PKCS#8 or SEC1; RSA or EC), unless clientCertificateFile holds"
                    + " it.")
            .example("device-key.pem")
            .group(GROUP)
            .build();

    /** The password of an encrypted key, or of a PKCS#12 or JKS {@link #CLIENT_CERTIFICATE_FILE}. */
    public static final Setting<Secret> CLIENT_KEY_PASSWORD = Setting.secret("clientKeyPassword")
            .description("Password of an encrypted client key, or of a clientCertificateFile in PKCS#12 or JKS form.")
            .group(GROUP)
            .build();

    /** Turns the host name check off. */
    public static final Setting<Boolean> DANGEROUSLY_SKIP_HOST_NAME_CHECK = Setting.flag("dangerouslySkipHostNameCheck")
            .description("Accept a trusted certificate that was issued for another host. Whoever owns one can then"
                    + " listen in; meant for tests on one's own network.")
            .defaultValue(false)
            .group(GROUP)
            .build();

    /** The protocol versions allowed. */
    public static final Setting<List<String>> TLS_VERSIONS = Setting.list("tlsVersions")
            .description("TLS versions that may be spoken: TLSv1.3, TLSv1.2.")
            .defaultValue(List.of("TLSv1.3", "TLSv1.2"))
            .check(TlsSettings::versionProblem)
            .group(GROUP)
            .build();

    private TlsSettings() {}

    /** Every setting of TLS, in the manual's order. */
    public static List<Setting<?>> all() {
        return List.of(
                TRUST_FILE,
                TRUST_PASSWORD,
                PIN,
                CLIENT_CERTIFICATE_FILE,
                CLIENT_KEY_FILE,
                CLIENT_KEY_PASSWORD,
                TLS_VERSIONS,
                DANGEROUSLY_SKIP_HOST_NAME_CHECK);
    }

    /** The rules between these settings, to be given to {@link Settings.Builder#check}. */
    public static void check(Settings settings, ProblemCollector problems) {
        if (settings.isSet(TRUST_PASSWORD) && !settings.isSet(TRUST_FILE)) {
            problems.add(TRUST_PASSWORD, "has no file to open; set trustFile, or drop the password.");
        }
        boolean keyGiven = settings.isSet(CLIENT_KEY_FILE) || settings.isSet(CLIENT_KEY_PASSWORD);
        if (keyGiven && !settings.isSet(CLIENT_CERTIFICATE_FILE)) {
            problems.add(CLIENT_CERTIFICATE_FILE, "is missing: a client key needs the certificate it belongs to.");
        }
    }

    /**
     * Makes options of settings that declare {@link #all()}. Reads no file. Logs a warning if the host name check is
     * off.
     *
     * @throws InvalidConfigurationException if the rules between the settings are broken
     */
    public static TlsOptions read(Settings settings) {
        ProblemCollector problems = new ProblemCollector();
        check(settings, problems);
        problems.throwIfAny();
        TlsOptions.Builder builder = TlsOptions.builder();
        settings.find(TRUST_FILE)
                .ifPresent(file ->
                        builder.trustFile(file, settings.find(TRUST_PASSWORD).orElse(null)));
        settings.find(PIN).orElse(List.of()).forEach(pin -> builder.pin(CertificatePin.parse(pin)));
        settings.find(CLIENT_CERTIFICATE_FILE)
                .ifPresent(file -> builder.clientCertificate(
                        file,
                        settings.find(CLIENT_KEY_FILE).orElse(null),
                        settings.find(CLIENT_KEY_PASSWORD).orElse(null)));
        builder.protocols(settings.get(TLS_VERSIONS).stream()
                .map(TlsSettings::protocol)
                .distinct()
                .toList());
        if (settings.get(DANGEROUSLY_SKIP_HOST_NAME_CHECK)) {
            LOG.warn(
                    "The host name check is off ({}); whoever owns a trusted certificate can listen in.",
                    DANGEROUSLY_SKIP_HOST_NAME_CHECK.key());
            builder.dangerouslySkipHostNameCheck();
        }
        return builder.build();
    }

    private static Optional<String> pinProblem(List<String> pins) {
        for (String pin : pins) {
            try {
                CertificatePin.parse(pin);
            } catch (IllegalArgumentException e) {
                return Optional.of("must be sha256/ and the Base64 of 32 bytes, 44 characters that end with =");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> versionProblem(List<String> versions) {
        boolean known = versions.stream().map(TlsSettings::protocol).allMatch(List.of("TLSv1.3", "TLSv1.2")::contains);
        return known && !versions.isEmpty()
                ? Optional.empty()
                : Optional.of("must be TLSv1.3, TLSv1.2 or both; older versions are broken");
    }

    /** Java's name for what people write: {@code 1.3}, {@code tlsv1.3}, {@code TLS1.3}. */
    private static String protocol(String written) {
        String number = written.trim().toLowerCase(Locale.ROOT).replaceFirst("^tls ?v?", "");
        return "TLSv" + number;
    }
}
