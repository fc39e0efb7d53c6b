package org.iotconnector.core.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.iotconnector.core.tls.TlsFailure.Kind;
import org.jspecify.annotations.Nullable;

/** Reads the alert by which a server ended the connection (RFC 8446 section 6.2), from the Java runtime's message. */
final class TlsAlerts {
    private static final Pattern RECEIVED = Pattern.compile("received fatal alert: ([a-z_]+)");

    private TlsAlerts() {}

    static Optional<TlsFailure> find(List<Throwable> causes, @Nullable ClientSide client) {
        for (Throwable cause : causes) {
            Matcher matcher =
                    RECEIVED.matcher(String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT));
            if (cause instanceof SSLException && matcher.find()) {
                return Optional.of(describe(matcher.group(1), cause, client));
            }
        }
        return Optional.empty();
    }

    private static TlsFailure describe(String alert, Throwable cause, @Nullable ClientSide client) {
        return switch (alert) {
            case "certificate_required",
                    "bad_certificate",
                    "unsupported_certificate",
                    "certificate_revoked",
                    "certificate_expired",
                    "certificate_unknown",
                    "unknown_ca",
                    "access_denied" -> refused(alert, client);
            // Before TLS 1.3 there is no alert of its own for a certificate that is missing.
            case "handshake_failure" ->
                client != null && client.serverAccepted()
                        ? refused(alert, client)
                        : TlsFailures.noCommonProtocol(cause);
            case "protocol_version", "insufficient_security" -> TlsFailures.noCommonProtocol(cause);
            case "unrecognized_name" ->
                new TlsFailure(
                        Kind.WRONG_HOST,
                        "The server does not know the host name it was asked for (unrecognized_name).",
                        "Check the endpoint's host name; an address instead of a name may be at fault too.");
            default ->
                new TlsFailure(
                        Kind.OTHER,
                        "The server ended the TLS connection (" + alert + ").",
                        "Look into the server's log; it knows the reason.");
        };
    }

    private static TlsFailure refused(String alert, @Nullable ClientSide client) {
        boolean missing = client == null
                ? alert.equals("certificate_required")
                : client.identity().isEmpty();
        if (missing) {
            return new TlsFailure(
                    Kind.CLIENT_CERTIFICATE_REFUSED,
                    "The server wants a client certificate, and none was shown (" + alert + ").",
                    "Set clientCertificateFile and clientKeyFile to what the platform issued for this device.");
        }
        return new TlsFailure(
                Kind.CLIENT_CERTIFICATE_REFUSED,
                client == null
                        ? "The server refused the client certificate, or misses one (" + alert + ")."
                        : "The server refused the client certificate " + shown(client) + " (" + alert + ").",
                "Set clientCertificateFile and clientKeyFile to what the platform issued for this device, and check that"
                        + " it has not expired or been revoked.");
    }

    private static String shown(ClientSide client) {
        X509Certificate leaf = client.identity().orElseThrow().leaf();
        return CertificateText.subject(leaf) + ", issued by " + CertificateText.issuer(leaf) + ", valid until "
                + CertificateText.time(leaf.getNotAfter().toInstant());
    }
}
