package org.iotconnector.onenet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The certificate that the platform's MQTT servers show. It is self-signed and names no host ({@code CN=OneNET MQTTS,
 * O=CMIOT, C=CN}), so no check of a chain or of a host name can succeed; the vendor's own clients carry it and accept
 * nothing else, and so does this module. OneNET, C SDK 2.1.3 and MQTT suite, read 2026-11.
 */
public final class OneNetServerCertificate {
    private static final String RESOURCE = "/org/iotconnector/onenet/server-certificate.pem";
    private static final String PEM = read();
    private static final X509Certificate CERTIFICATE = parse();

    private OneNetServerCertificate() {}

    /** The certificate as PEM text. */
    public static String pem() {
        return PEM;
    }

    /** From when it holds: 2019-05-29. */
    public static Instant notBefore() {
        return CERTIFICATE.getNotBefore().toInstant();
    }

    /** Until when it holds: 2049-05-21. */
    public static Instant notAfter() {
        return CERTIFICATE.getNotAfter().toInstant();
    }

    /** How long it still holds at {@code now}, as a gauge to watch; negative once it has ended. */
    public static Duration remaining(Instant now) {
        return Duration.between(now, notAfter());
    }

    /** Its serial number in lower-case hex. */
    public static String serialNumber() {
        return CERTIFICATE.getSerialNumber().toString(16);
    }

    /** SHA-256 over the certificate, as pairs of upper-case hex digits with colons between. */
    public static String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(CERTIFICATE.getEncoded());
            return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException broken) {
            throw unreadable(broken);
        }
    }

    private static String read() {
        try (InputStream file = OneNetServerCertificate.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("connector-onenet comes without " + RESOURCE + "; its jar is damaged.");
            }
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException damaged) {
            throw unreadable(damaged);
        }
    }

    private static X509Certificate parse() {
        try {
            byte[] bytes = PEM.getBytes(StandardCharsets.US_ASCII);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (GeneralSecurityException broken) {
            throw unreadable(broken);
        }
    }

    private static IllegalStateException unreadable(Exception cause) {
        return new IllegalStateException("connector-onenet's server certificate cannot be read.", cause);
    }
}
