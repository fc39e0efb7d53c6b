package org.iotconnector.core.tls;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * {@link TlsOptions} with their files read, in the forms that network libraries take. It keeps what the files held when
 * they were read; {@link TlsOptions#load()} reads them again. Thread-safe.
 */
public final class TlsMaterial {
    private final ServerTrustManager trustManager;
    private final @Nullable ClientIdentity identity;
    private final @Nullable KeyManagerFactory keyManagerFactory;
    private final TlsOptions options;
    private final @Nullable Instant trustedUntil;

    TlsMaterial(
            ServerTrustManager trustManager,
            @Nullable ClientIdentity identity,
            TlsOptions options,
            @Nullable Instant trustedUntil) {
        this.trustManager = trustManager;
        this.identity = identity;
        this.keyManagerFactory = identity == null ? null : ClientIdentityLoader.keyManagers(identity);
        this.options = options;
        this.trustedUntil = trustedUntil;
    }

    /** When the first of the certificates given as trusted ends; empty where the Java runtime's own are trusted. */
    public Optional<Instant> trustedUntil() {
        return Optional.ofNullable(trustedUntil);
    }

    /**
     * What the connections made with this material stand on: the root that vouched for the server last accepted, once
     * one was, and the client certificate. The server's own certificate is not among them; renewing that is not the
     * client's business.
     */
    public List<TlsEnd> ends() {
        return TlsEnds.of(trustManager.anchor().orElse(null), options, identity);
    }

    /**
     * Explains a failed connection that was made with this material, like {@link TlsFailures#find}, and knows more: whether
     * a client certificate was shown, and whether the server had been accepted before.
     */
    public Optional<TlsFailure> explain(Throwable failure) {
        boolean serverAccepted = trustManager.anchor().isPresent();
        return TlsFailures.find(failure, new ClientSide(Optional.ofNullable(identity), serverAccepted));
    }

    /** Checks the server's certificates, pins included, and the host name if the connection asks for that. */
    public X509ExtendedTrustManager trustManager() {
        return trustManager;
    }

    /** Hands out {@link #trustManager()}; initialising it again has no effect. */
    public TrustManagerFactory trustManagerFactory() {
        try {
            return new FixedTrustManagerFactory(
                    trustManager, TrustLoader.factory().getProvider());
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    /** Hands out the client's certificate and key; empty if the client shows none. */
    public Optional<KeyManagerFactory> keyManagerFactory() {
        return Optional.ofNullable(keyManagerFactory);
    }

    /**
     * A new context with this trust and identity. Its sockets and engines check host names only when they are given
     * {@link #parameters()}.
     */
    public SSLContext sslContext() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            KeyManager[] keys = keyManagerFactory == null ? new KeyManager[0] : keyManagerFactory.getKeyManagers();
            context.init(keys, new TrustManager[] {trustManager}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    /** Whether the server's certificate must name the host connected to. */
    public boolean verifyHostName() {
        return options.verifyHostName();
    }

    /** A verifier that accepts every name, present only if host names are not to be checked. */
    public Optional<HostnameVerifier> hostnameVerifier() {
        return options.verifyHostName() ? Optional.empty() : Optional.of((host, session) -> true);
    }

    /** The protocol versions allowed, preferred ones first, as Java names them: {@code TLSv1.3}. */
    public List<String> protocols() {
        return options.protocols();
    }

    /** Protocol versions and the host name check (RFC 2818), for a client's socket or engine; a new object. */
    public SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(protocols().toArray(new String[0]));
        if (verifyHostName()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        return parameters;
    }

    private static IllegalStateException unsupported(GeneralSecurityException e) {
        return new IllegalStateException("This Java runtime cannot set up TLS: " + e.getMessage(), e);
    }
}
