package org.iotconnector.core.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server's certificate was refused; keeps what it said, for whom it was meant, and what time it was. */
final class ServerCertificateException extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final transient List<X509Certificate> chain;
    private final @Nullable String host;
    private final Instant checkedAt;

    /**
     * Wraps the usual exception.
     *
     * @param chain as the server sent it, its own first
     * @param host the host connected to; null if the connection does not tell
     */
    ServerCertificateException(
            List<X509Certificate> chain, @Nullable String host, Instant checkedAt, CertificateException cause) {
        super(cause.getMessage(), cause);
        this.chain = chain;
        this.host = host;
        this.checkedAt = checkedAt;
    }

    List<X509Certificate> chain() {
        return chain;
    }

    Optional<String> host() {
        return Optional.ofNullable(host);
    }

    Instant checkedAt() {
        return checkedAt;
    }
}
