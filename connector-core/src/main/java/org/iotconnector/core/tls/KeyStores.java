package org.iotconnector.core.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.settings.Secret;
import org.jspecify.annotations.Nullable;

/** Reads PKCS#12 and JKS files. */
final class KeyStores {
    private KeyStores() {}

    /** Opens the file; {@code passwordSetting} is the key that a wrong password is reported for. */
    static KeyStore open(TlsInput input, @Nullable Secret password, String passwordSetting) {
        try {
            // BouncyCastle, because it knows more of the ciphers that other tools encrypt PKCS#12 with.
            KeyStore store = input.form() == TlsInput.Form.JKS
                    ? KeyStore.getInstance("JKS")
                    : KeyStore.getInstance("PKCS12", Pem.bouncyCastle());
            store.load(new ByteArrayInputStream(input.bytes()), characters(password));
            return store;
        } catch (IOException e) {
            if (!isPasswordFailure(e)) {
                throw input.failure("is damaged: it is not a whole PKCS#12 or JKS file.");
            }
            throw InvalidConfigurationException.of(
                    passwordSetting,
                    password == null
                            ? "is missing, and " + input.name() + " needs one."
                            : "does not open " + input.name()
                                    + "; check the password, or whether the file is damaged.");
        } catch (GeneralSecurityException | RuntimeException e) {
            throw input.failure("cannot be opened: it is damaged, or encrypted in a way that is not supported.");
        }
    }

    private static boolean isPasswordFailure(IOException e) {
        String message = String.valueOf(e.getMessage());
        return e.getCause() instanceof UnrecoverableKeyException
                || message.contains("password")
                || message.contains("mac invalid")
                || message.contains("padding");
    }

    /** Every certificate in the file. */
    static List<X509Certificate> certificates(TlsInput input, @Nullable Secret password, String passwordSetting) {
        KeyStore store = open(input, password, passwordSetting);
        if (input.form() == TlsInput.Form.PKCS12) {
            return Pkcs12Certificates.read(input, characters(password));
        }
        try {
            List<X509Certificate> found = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                found.addAll(converted(store.getCertificate(alias)));
            }
            return found;
        } catch (GeneralSecurityException e) {
            throw input.failure("holds a certificate that this Java runtime cannot read: " + e.getMessage() + ".");
        }
    }

    /** The first private key with its certificates; empty if the store holds none. */
    static Optional<ClientIdentity> identity(KeyStore store, TlsInput input, @Nullable Secret password) {
        try {
            for (String alias : Collections.list(store.aliases())) {
                Certificate[] chain = store.getCertificateChain(alias);
                if (chain != null && store.getKey(alias, characters(password)) instanceof PrivateKey key) {
                    return Optional.of(new ClientIdentity(plain(key), converted(chain)));
                }
            }
            return Optional.empty();
        } catch (UnrecoverableKeyException e) {
            throw InvalidConfigurationException.of(
                    TlsSettings.CLIENT_KEY_PASSWORD.key(),
                    "opens " + input.name() + " but not the key in it; give both the same password.");
        } catch (GeneralSecurityException e) {
            throw input.failure("holds a key or certificate that this Java runtime cannot use.");
        }
    }

    /** The key as the JDK's own class, which its TLS code signs with. */
    private static PrivateKey plain(PrivateKey key) throws GeneralSecurityException {
        return KeyFactory.getInstance(key.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
    }

    private static List<X509Certificate> converted(Certificate... certificates) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> converted = new ArrayList<>();
        for (Certificate certificate : certificates) {
            converted.add(
                    (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(certificate.getEncoded())));
        }
        return converted;
    }

    private static char[] characters(@Nullable Secret password) {
        return password == null ? new char[0] : password.reveal().toCharArray();
    }
}
