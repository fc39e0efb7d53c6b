package org.iotconnector.core.tls;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.iotconnector.core.tls.TlsFailure.Kind;

/** Explains why a server's certificate was refused: with its dates and names where {@link ServerTrustManager} kept them. */
final class CertificateFailures {
    private static final String FOR_EXPIRED =
            "Check this machine's clock first; if it is right, the server needs a new certificate.";
    private static final String FOR_NOT_YET_VALID =
            "This machine's clock is probably behind; set it, for example by NTP, before connecting.";
    private static final String FOR_UNKNOWN_CA =
            "Set trustFile to the certificate of the authority that issued it (PEM), or to the server's own if that is"
                    + " self-signed.";

    private CertificateFailures() {}

    static Optional<TlsFailure> find(List<Throwable> causes) {
        return wrongDate(causes).or(() -> wrongHost(causes)).or(() -> unknownCa(causes));
    }

    private static Optional<ServerCertificateException> refused(List<Throwable> causes) {
        return causes.stream()
                .filter(ServerCertificateException.class::isInstance)
                .map(ServerCertificateException.class::cast)
                .findFirst();
    }

    private static Optional<TlsFailure> wrongDate(List<Throwable> causes) {
        Optional<TlsFailure> expired = dated(causes, CertificateExpiredException.class, BasicReason.EXPIRED)
                .map(cause -> new TlsFailure(
                        Kind.EXPIRED,
                        refused(causes)
                                .flatMap(CertificateFailures::expired)
                                .orElse("The server's certificate has expired (" + TlsFailures.reason(cause) + ")."),
                        FOR_EXPIRED));
        return expired.or(() -> dated(causes, CertificateNotYetValidException.class, BasicReason.NOT_YET_VALID)
                .map(cause -> new TlsFailure(
                        Kind.NOT_YET_VALID,
                        refused(causes)
                                .flatMap(CertificateFailures::notYetValid)
                                .orElse("The server's certificate is not valid yet (" + TlsFailures.reason(cause)
                                        + ")."),
                        FOR_NOT_YET_VALID)));
    }

    private static Optional<String> expired(ServerCertificateException refused) {
        return dated(
                refused,
                certificate -> end(certificate).isBefore(refused.checkedAt()),
                certificate -> "expired on " + CertificateText.time(end(certificate)));
    }

    private static Optional<String> notYetValid(ServerCertificateException refused) {
        return dated(
                refused,
                certificate -> begin(certificate).isAfter(refused.checkedAt()),
                certificate -> "is valid only from " + CertificateText.time(begin(certificate)));
    }

    private static Optional<String> dated(
            ServerCertificateException refused,
            Predicate<X509Certificate> wrong,
            Function<X509Certificate, String> what) {
        return refused.chain().stream()
                .filter(wrong)
                .findFirst()
                .map(certificate -> whose(refused, certificate) + " " + what.apply(certificate)
                        + "; this machine's clock says " + CertificateText.time(refused.checkedAt()) + ".");
    }

    /** The one certificate that is meant among those that came. */
    private static String whose(ServerCertificateException refused, X509Certificate certificate) {
        String from = refused.host().map(host -> " of " + host).orElse("");
        String which = certificate.equals(refused.chain().get(0)) ? "The certificate" : "An issuer in the certificates";
        return which + from + " (" + CertificateText.subject(certificate) + ")";
    }

    private static Instant begin(X509Certificate certificate) {
        return certificate.getNotBefore().toInstant();
    }

    private static Instant end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    /** The exception of {@code type} by preference, because it names the date. */
    private static Optional<Throwable> dated(
            List<Throwable> causes, Class<? extends CertificateException> type, BasicReason reason) {
        return first(causes, type::isInstance).or(() -> first(causes, cause -> hasReason(cause, reason)));
    }

    private static boolean hasReason(Throwable cause, BasicReason reason) {
        return cause instanceof CertPathValidatorException path && path.getReason() == reason;
    }

    private static Optional<TlsFailure> wrongHost(List<Throwable> causes) {
        return first(
                        causes,
                        cause -> cause instanceof SSLPeerUnverifiedException
                                || (cause instanceof CertificateException
                                        && TlsFailures.containsAny(
                                                cause, "no subject alternative", "no name matching")))
                .map(cause -> new TlsFailure(
                        Kind.WRONG_HOST,
                        refused(causes)
                                .flatMap(CertificateFailures::wrongHost)
                                .orElse("The server's certificate was issued for another host ("
                                        + TlsFailures.reason(cause) + ")."),
                        "Connect by a name or address that the certificate holds, or have a certificate issued for"
                                + " this one."));
    }

    private static Optional<String> wrongHost(ServerCertificateException refused) {
        return refused.host().map(host -> {
            X509Certificate own = refused.chain().get(0);
            String hosts = CertificateText.hosts(own);
            return "The server's certificate (" + CertificateText.subject(own) + ") "
                    + (hosts.isEmpty() ? "names no host at all, so it is not" : "was issued for " + hosts + ", not")
                    + " for " + host + ".";
        });
    }

    private static Optional<TlsFailure> unknownCa(List<Throwable> causes) {
        return first(
                        causes,
                        cause -> TlsFailures.containsAny(
                                cause,
                                "unable to find valid certification path",
                                "path building failed",
                                "no trusted certificate found",
                                "does not chain with any of the trust anchors"))
                .map(cause -> new TlsFailure(
                        Kind.UNKNOWN_CA,
                        refused(causes)
                                .map(CertificateFailures::unknownCa)
                                .orElse("The server's certificate was not issued by anybody this client trusts."),
                        FOR_UNKNOWN_CA));
    }

    private static String unknownCa(ServerCertificateException refused) {
        List<X509Certificate> chain = refused.chain();
        X509Certificate last = chain.get(chain.size() - 1);
        boolean ownIssuer = last.getSubjectX500Principal().equals(last.getIssuerX500Principal());
        return chain.size() == 1 && ownIssuer
                ? "The server's certificate (" + CertificateText.subject(last)
                        + ") is self-signed, and this client does not trust it."
                : "The server's certificate (" + CertificateText.subject(chain.get(0)) + ") was issued by "
                        + CertificateText.issuer(last) + ", whom this client does not trust.";
    }

    private static Optional<Throwable> first(List<Throwable> causes, Predicate<Throwable> condition) {
        return causes.stream().filter(condition).findFirst();
    }
}
