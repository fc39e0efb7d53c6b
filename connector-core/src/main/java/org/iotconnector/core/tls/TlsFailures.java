package org.iotconnector.core.tls;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.iotconnector.core.tls.TlsFailure.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Tells from an exception why a TLS connection failed. The Java runtime has one exception type for nearly everything,
 * so this reads the causes and the runtime's wording; the tests make each failure happen on real sockets. Pure,
 * thread-safe.
 */
public final class TlsFailures {
    private static final int DEEPEST_CAUSE = 30;
    private static final int LONGEST_MESSAGE = 400;

    private TlsFailures() {}

    /** Explains {@code failure}, be it the exception of a socket, of an engine, or one that wraps these. */
    public static TlsFailure describe(Throwable failure) {
        return find(failure)
                .orElseGet(() -> new TlsFailure(
                        Kind.OTHER,
                        "The TLS connection failed: " + reason(failure) + ".",
                        "The network may have failed; look at the cause in the log."));
    }

    /** As {@link #describe}, but empty if the exception has nothing to do with TLS. */
    public static Optional<TlsFailure> find(Throwable failure) {
        return find(failure, null);
    }

    /** As {@link #find(Throwable)}, with what else is known; null if nothing is. */
    static Optional<TlsFailure> find(Throwable failure, @Nullable ClientSide client) {
        List<Throwable> causes = causes(failure);
        return pinMismatch(causes)
                .or(() -> TlsAlerts.find(causes, client))
                .or(() -> CertificateFailures.find(causes))
                .or(() -> plainPort(causes))
                .or(() -> protocolMismatch(causes))
                .or(() -> closed(causes))
                .or(() -> other(causes));
    }

    private static Optional<TlsFailure> pinMismatch(List<Throwable> causes) {
        return first(causes, PinMismatchException.class::isInstance)
                .map(cause -> new TlsFailure(
                        Kind.PIN_MISMATCH,
                        String.valueOf(cause.getMessage()),
                        "If this is the right server and its key has changed, set pin to one of these; otherwise"
                                + " somebody stands in between."));
    }

    private static Optional<TlsFailure> plainPort(List<Throwable> causes) {
        return first(
                        causes,
                        cause -> cause instanceof SSLException
                                && containsAny(
                                        cause,
                                        "unsupported or unrecognized ssl message",
                                        "not an ssl/tls record",
                                        "plaintext connection"))
                .map(cause -> new TlsFailure(
                        Kind.PLAIN_PORT,
                        "The server's answer is not TLS, so the port is a plain one.",
                        "Use the server's TLS port (often 8883, or 443 for wss), or mqtt:// or ws:// for this port."));
    }

    private static Optional<TlsFailure> protocolMismatch(List<Throwable> causes) {
        return first(
                        causes,
                        cause -> cause instanceof SSLException
                                && containsAny(
                                        cause,
                                        "no appropriate protocol",
                                        "is not accepted by client preferences",
                                        "unsupported protocol version",
                                        "is not enabled or supported",
                                        "unsupported ciphersuite"))
                .map(TlsFailures::noCommonProtocol);
    }

    static TlsFailure noCommonProtocol(Throwable cause) {
        return new TlsFailure(
                Kind.PROTOCOL_MISMATCH,
                "Client and server share no TLS version or cipher suite (" + reason(cause) + ").",
                "Check the setting tlsVersions; a server that speaks only TLS 1.1 or older must be updated. Some"
                        + " servers answer so when they miss a client certificate.");
    }

    private static Optional<TlsFailure> closed(List<Throwable> causes) {
        return first(
                        causes,
                        cause -> cause instanceof SSLException
                                && containsAny(
                                        cause,
                                        "terminated the handshake",
                                        "closed connection during handshake",
                                        "closed while ssl/tls handshake",
                                        "engine closed already",
                                        "close_notify"))
                .map(cause -> new TlsFailure(
                        Kind.CLOSED,
                        "The server closed the connection in the middle of the TLS set-up.",
                        "The port may be a plain one (then use mqtt:// or ws://), or a firewall is in between."));
    }

    private static Optional<TlsFailure> other(List<Throwable> causes) {
        return first(
                        causes,
                        cause -> cause instanceof SSLException
                                || cause instanceof CertificateException
                                || cause instanceof CertPathValidatorException)
                .map(cause -> new TlsFailure(
                        Kind.OTHER,
                        "The TLS connection failed: " + reason(cause) + ".",
                        "Check the server's certificate and the settings trustFile and tlsVersions."));
    }

    private static Optional<Throwable> first(List<Throwable> causes, Predicate<Throwable> condition) {
        return causes.stream().filter(condition).findFirst();
    }

    static boolean containsAny(Throwable cause, String... parts) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        for (String part : parts) {
            if (message.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** The exception's own words: one line, not too long, without a full stop. */
    static String reason(Throwable cause) {
        String message = cause.getMessage();
        if (message == null || message.isBlank()) {
            return cause.getClass().getSimpleName();
        }
        String line = message.strip().lines().findFirst().orElse("");
        String shortened = line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
        return shortened.endsWith(".") ? shortened.substring(0, shortened.length() - 1) : shortened;
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        Throwable cause = failure;
        // A limit instead of a set: a chain that bites its tail is endless.
        while (cause != null && causes.size() < DEEPEST_CAUSE) {
            causes.add(cause);
            cause = cause.getCause();
        }
        return causes;
    }
}
