package org.iotconnector.core.tls;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.iotconnector.core.tls.TlsFailure.Kind;

/** Reads the alert by which a server ended the connection (RFC 8446 section 6.2), from the Java runtime's message. */
final class TlsAlerts {
    private static final Pattern RECEIVED = Pattern.compile("received fatal alert: ([a-z_]+)");

    private TlsAlerts() {}

    static Optional<TlsFailure> find(List<Throwable> causes) {
        for (Throwable cause : causes) {
            Matcher matcher =
                    RECEIVED.matcher(String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT));
            if (cause instanceof SSLException && matcher.find()) {
                return Optional.of(describe(matcher.group(1), cause));
            }
        }
        return Optional.empty();
    }

    private static TlsFailure describe(String alert, Throwable cause) {
        return switch (alert) {
            case "certificate_required" ->
                new TlsFailure(
                        Kind.CLIENT_CERTIFICATE_REFUSED,
                        "The server wants a client certificate, and none was shown (certificate_required).",
                        "Set clientCertificateFile and clientKeyFile to what the platform issued for this device.");
            case "bad_certificate",
                    "unsupported_certificate",
                    "certificate_revoked",
                    "certificate_expired",
                    "certificate_unknown",
                    "unknown_ca",
                    "access_denied" ->
                new TlsFailure(
                        Kind.CLIENT_CERTIFICATE_REFUSED,
                        "The server refused the client certificate, or misses one (" + alert + ").",
                        "Set clientCertificateFile and clientKeyFile to what the platform issued for this device, and"
                                + " check that it has not expired or been revoked.");
            case "protocol_version", "insufficient_security", "handshake_failure" ->
                TlsFailures.noCommonProtocol(cause);
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
}
