package org.iotconnector.core.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/**
 * The SHA-256 hash of a certificate's public key (SubjectPublicKeyInfo, RFC 7469 section 2.4), written
 * {@code sha256/<Base64>}. It stays the same when a certificate is renewed with the same key.
 *
 * @param base64 the 32 bytes of the hash in Base64, 44 characters
 */
public record CertificatePin(String base64) {
    private static final String PREFIX = "sha256/";
    private static final int HASH_LENGTH = 32;

    /**
     * Checks the hash.
     *
     * @throws IllegalArgumentException if {@code base64} does not decode to 32 bytes
     */
    public CertificatePin {
        if (!isHash(base64)) {
            throw new IllegalArgumentException("Pin [" + PREFIX + base64
                    + "] must be sha256/ and the Base64 of 32 bytes (44 characters that end with =).");
        }
    }

    /**
     * Reads {@code sha256/<Base64>}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static CertificatePin parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "Pin [" + text + "] must begin with sha256/; other hashes are not supported.");
        }
        return new CertificatePin(text.substring(PREFIX.length()));
    }

    /** The pin of {@code certificate}'s public key. */
    public static CertificatePin of(X509Certificate certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(certificate.getPublicKey().getEncoded());
            return new CertificatePin(Base64.getEncoder().encodeToString(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256, which every runtime must have.", e);
        }
    }

    private static boolean isHash(String base64) {
        try {
            // Base64 of 32 bytes leaves two unused bits; re-encoding refuses a second spelling of the same hash.
            byte[] hash = Base64.getDecoder().decode(base64);
            return hash.length == HASH_LENGTH
                    && Base64.getEncoder().encodeToString(hash).equals(base64);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The form that the setting takes: {@code sha256/<Base64>}. */
    @Override
    public String toString() {
        return PREFIX + base64;
    }
}
