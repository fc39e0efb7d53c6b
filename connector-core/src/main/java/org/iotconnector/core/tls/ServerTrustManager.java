package org.iotconnector.core.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The Java runtime's trust manager, which forgets to say for whom and for how long. This one also demands a pinned key, keeps what a
 * refusal was about, and remembers which root vouched for the server. Socket and engine are handed on, because the host
 * name is checked with them. Thread-safe.
 */
final class ServerTrustManager extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager delegate;
    private final Set<CertificatePin> pins;
    private final Clock clock;
    private final AtomicReference<@Nullable X509Certificate> anchor = new AtomicReference<>();

    ServerTrustManager(X509ExtendedTrustManager delegate, Set<CertificatePin> pins, Clock clock) {
        this.delegate = delegate;
        this.pins = Set.copyOf(pins);
        this.clock = clock;
    }

    /** The trusted certificate that vouched for the server last accepted; empty before the first. */
    Optional<X509Certificate> anchor() {
        return Optional.ofNullable(anchor.get());
    }

    private interface Check {
        void run() throws CertificateException;
    }

    private void check(X509Certificate[] chain, @Nullable String host, Check usual) throws CertificateException {
        try {
            usual.run();
        } catch (CertificateException e) {
            throw new ServerCertificateException(List.of(chain), host, clock.instant(), e);
        }
        List<X509Certificate> path = VerifiedPath.of(chain, List.of(delegate.getAcceptedIssuers()));
        if (!pins.isEmpty() && path.stream().map(CertificatePin::of).noneMatch(pins::contains)) {
            throw new PinMismatchException(path);
        }
        anchor.set(path.get(path.size() - 1));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain, null, () -> delegate.checkServerTrusted(chain, authType));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        SSLSession session = socket instanceof SSLSocket ssl ? ssl.getHandshakeSession() : null;
        String host = session == null ? null : session.getPeerHost();
        check(chain, host, () -> delegate.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain, engine.getPeerHost(), () -> delegate.checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        delegate.checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        delegate.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        delegate.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return delegate.getAcceptedIssuers();
    }
}
