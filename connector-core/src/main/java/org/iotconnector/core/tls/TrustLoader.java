package org.iotconnector.core.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.iotconnector.core.settings.Secret;
import org.jspecify.annotations.Nullable;

/** Reads trusted certificates, and makes the trust manager that believes them. */
final class TrustLoader {
    private TrustLoader() {}

    static List<X509Certificate> certificates(TlsInput input, @Nullable Secret password) {
        List<X509Certificate> certificates = switch (input.form()) {
            case PEM -> Pem.parse(input).certificates();
            case DER_CERTIFICATE -> List.of(derCertificate(input));
            case PKCS12, JKS -> KeyStores.certificates(input, password, TlsSettings.TRUST_PASSWORD.key());
            case UNKNOWN ->
                throw input.failure("is neither PEM, PKCS#12, JKS nor a DER certificate; a PEM file has a"
                        + " -----BEGIN CERTIFICATE----- line.");
        };
        if (certificates.isEmpty()) {
            throw input.failure("holds no certificate; it must hold the certificate of the server or of its issuer.");
        }
        return certificates;
    }

    private static X509Certificate derCertificate(TlsInput input) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(input.bytes()));
        } catch (CertificateException e) {
            throw input.failure("is a damaged certificate: " + e.getMessage() + ".");
        }
    }

    /** The trust manager for {@code certificates}, or the one of the Java runtime's own roots if that is null. */
    static X509ExtendedTrustManager trustManager(@Nullable List<X509Certificate> certificates) {
        try {
            TrustManagerFactory factory = factory();
            factory.init(certificates == null ? null : store(certificates));
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager extended) {
                    return extended;
                }
            }
            throw new IllegalStateException("This Java runtime has no X.509 trust manager that checks host names.");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java runtime cannot load its trust store: " + e.getMessage(), e);
        }
    }

    static TrustManagerFactory factory() throws GeneralSecurityException {
        return TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    }

    private static KeyStore store(List<X509Certificate> certificates) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry("trusted-" + i, certificates.get(i));
        }
        return store;
    }
}
