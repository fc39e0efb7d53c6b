package org.iotconnector.core.tls;

import java.io.IOException;
import java.io.StringReader;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.X509TrustedCertificateBlock;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.settings.Secret;
import org.jspecify.annotations.Nullable;

/** What a PEM file holds: certificates, and private keys as PKCS#1, PKCS#8 (plain or encrypted) or SEC1. */
final class Pem {
    private static final String PASSWORD_SETTING = TlsSettings.CLIENT_KEY_PASSWORD.key();

    private final TlsInput input;
    private final List<Object> objects;

    private Pem(TlsInput input, List<Object> objects) {
        this.input = input;
        this.objects = objects;
    }

    static Pem parse(TlsInput input) {
        List<Object> objects = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(input.pem()))) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                objects.add(object);
            }
        } catch (IOException | RuntimeException e) { // The parser answers broken Base64 with an IllegalStateException.
            throw input.failure("is not readable PEM: block " + (objects.size() + 1) + " is damaged; copy it anew,"
                    + " with its BEGIN and END lines.");
        }
        return new Pem(input, objects);
    }

    /** The certificates in the file's order; may be empty. */
    List<X509Certificate> certificates() {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Object object : objects) {
            if (object instanceof X509CertificateHolder holder) {
                certificates.add(certificate(holder));
            } else if (object instanceof X509TrustedCertificateBlock block) {
                certificates.add(certificate(block.getCertificateHolder()));
            }
        }
        return certificates;
    }

    private X509Certificate certificate(X509CertificateHolder holder) {
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (CertificateException e) {
            throw input.failure("holds a certificate that this Java runtime cannot read: " + e.getMessage() + ".");
        }
    }

    /** The first private key, opened with {@code password} if it is encrypted; empty if there is none. */
    Optional<PrivateKey> privateKey(@Nullable Secret password) {
        for (Object object : objects) {
            Optional<PrivateKeyInfo> key = keyInfo(object, password);
            if (key.isPresent()) {
                return Optional.of(convert(key.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<PrivateKeyInfo> keyInfo(Object object, @Nullable Secret password) {
        try {
            if (object instanceof PrivateKeyInfo plain) {
                return Optional.of(plain);
            }
            if (object instanceof PEMKeyPair pair) {
                return Optional.ofNullable(pair.getPrivateKeyInfo());
            }
            if (object instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
                return Optional.of(encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                        .setProvider(bouncyCastle())
                        .build(characters(password))));
            }
            if (object instanceof PEMEncryptedKeyPair encrypted) {
                return Optional.of(encrypted
                        .decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                                .setProvider(bouncyCastle())
                                .build(characters(password)))
                        .getPrivateKeyInfo());
            }
            return Optional.empty();
        } catch (IOException | PKCSException | OperatorCreationException | IllegalArgumentException e) {
            // Padding, MAC or the decrypted bytes came out wrong; which of them tells the user nothing.
            throw InvalidConfigurationException.of(
                    PASSWORD_SETTING, "does not open the key in " + input.name() + "; check the password.");
        }
    }

    private char[] characters(@Nullable Secret password) {
        if (password == null) {
            throw InvalidConfigurationException.of(
                    PASSWORD_SETTING, "is missing, and the key in " + input.name() + " is encrypted.");
        }
        return password.reveal().toCharArray();
    }

    private PrivateKey convert(PrivateKeyInfo key) {
        try {
            // BouncyCastle calls the key type ECDSA, which the JDK does not know.
            return new JcaPEMKeyConverter()
                    .setAlgorithmMapping(X9ObjectIdentifiers.id_ecPublicKey, "EC")
                    .getPrivateKey(key);
        } catch (PEMException e) {
            throw input.failure(
                    "holds a key that this Java runtime cannot use; RSA and EC (P-256, P-384, P-521) work.");
        }
    }

    /** Never registered: what the application's other libraries use must not change. */
    static Provider bouncyCastle() {
        return new BouncyCastleProvider();
    }
}
