package org.iotconnector.core.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.settings.Secret;
import org.jspecify.annotations.Nullable;

/** Reads the client's certificate and key, and checks that they belong together. */
final class ClientIdentityLoader {
    private ClientIdentityLoader() {}

    /** Reads both from {@code certificate} if {@code key} is null. */
    static ClientIdentity load(TlsInput certificate, @Nullable TlsInput key, @Nullable Secret password) {
        ClientIdentity identity = isKeyStore(certificate)
                ? fromKeyStore(certificate, password)
                : fromPem(certificate, key == null ? certificate : key, password);
        checkPair(identity, certificate, key);
        return identity;
    }

    private static boolean isKeyStore(TlsInput input) {
        return input.form() == TlsInput.Form.PKCS12 || input.form() == TlsInput.Form.JKS;
    }

    private static ClientIdentity fromKeyStore(TlsInput input, @Nullable Secret password) {
        KeyStore store = KeyStores.open(input, password, TlsSettings.CLIENT_KEY_PASSWORD.key());
        return KeyStores.identity(store, input, password)
                .orElseThrow(() -> input.failure("holds no private key with a certificate."));
    }

    private static ClientIdentity fromPem(TlsInput certificate, TlsInput key, @Nullable Secret password) {
        if (certificate.form() != TlsInput.Form.PEM) {
            throw certificate.failure("is neither PEM nor PKCS#12; it must have a -----BEGIN CERTIFICATE----- line.");
        }
        List<X509Certificate> chain = Pem.parse(certificate).certificates();
        if (chain.isEmpty()) {
            throw certificate.failure("holds no certificate; it must have a -----BEGIN CERTIFICATE----- block.");
        }
        if (key.form() != TlsInput.Form.PEM) {
            throw key.failure("is not PEM; it must have a -----BEGIN PRIVATE KEY----- block.");
        }
        PrivateKey privateKey = Pem.parse(key)
                .privateKey(password)
                .orElseThrow(() -> key.failure("holds no private key"
                        + (key == certificate
                                ? "; name its file with " + TlsSettings.CLIENT_KEY_FILE.key() + "."
                                : "; it must have a -----BEGIN PRIVATE KEY----- block.")));
        return new ClientIdentity(privateKey, chain);
    }

    private static void checkPair(ClientIdentity identity, TlsInput certificate, @Nullable TlsInput key) {
        TlsInput keyInput = key == null ? certificate : key;
        if (!belongTogether(identity)) {
            throw InvalidConfigurationException.of(
                    keyInput.setting(),
                    "the key in " + keyInput.name() + " does not belong to the first certificate in "
                            + certificate.name() + " ("
                            + identity.leaf().getSubjectX500Principal().getName()
                            + "); give the key it was issued for.");
        }
    }

    /** Signs with the key and verifies with the certificate, which works alike for every kind of key. */
    private static boolean belongTogether(ClientIdentity identity) {
        byte[] probe = "connector".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signature = Signature.getInstance(signatureAlgorithm(identity.key()));
            signature.initSign(identity.key());
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(identity.leaf().getPublicKey());
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // Keys of two kinds, such as an EC key for an RSA certificate.
        }
    }

    private static String signatureAlgorithm(PrivateKey key) {
        return switch (key.getAlgorithm().toUpperCase(Locale.ROOT)) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
    }

    static KeyManagerFactory keyManagers(ClientIdentity identity) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            // The store lives in memory only, so its password protects nothing.
            char[] none = new char[0];
            store.setKeyEntry("client", identity.key(), none, identity.chain().toArray(new X509Certificate[0]));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, none);
            return factory;
        } catch (GeneralSecurityException | IOException e) {
            throw InvalidConfigurationException.of(
                    TlsSettings.CLIENT_CERTIFICATE_FILE.key(),
                    "this Java runtime cannot use the client certificate ("
                            + identity.leaf().getSubjectX500Principal().getName() + "): " + e.getMessage() + ".");
        }
    }
}
