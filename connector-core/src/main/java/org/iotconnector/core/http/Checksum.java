package org.iotconnector.core.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a file's digest must be. MD5 and SHA-1 find damage, not forgery. Immutable. */
public final class Checksum {
    private final String algorithm;
    private final byte[] digest;

    private Checksum(String algorithm, int length, String hex) {
        this.algorithm = algorithm;
        this.digest = parse(algorithm, length, hex.strip());
    }

    /** Of 32 hexadecimal digits, in any case. */
    public static Checksum md5(String hex) {
        return new Checksum("MD5", 16, hex);
    }

    /** Of 40 hexadecimal digits, in any case. */
    public static Checksum sha1(String hex) {
        return new Checksum("SHA-1", 20, hex);
    }

    /** Of 64 hexadecimal digits, in any case. */
    public static Checksum sha256(String hex) {
        return new Checksum("SHA-256", 32, hex);
    }

    private static byte[] parse(String algorithm, int length, String hex) {
        try {
            byte[] digest = HexFormat.of().parseHex(hex);
            if (digest.length == length) {
                return digest;
            }
        } catch (IllegalArgumentException notHex) {
            // Said below.
        }
        throw new IllegalArgumentException(
                "A checksum of " + algorithm + " has " + 2 * length + " hexadecimal digits; \"" + hex + "\" has not.");
    }

    /** {@code MD5}, {@code SHA-1} or {@code SHA-256}. */
    public String algorithm() {
        return algorithm;
    }

    /** In lower case. */
    public String hex() {
        return HexFormat.of().formatHex(digest);
    }

    /** A new digest of the algorithm. */
    public MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java runtime does not know " + algorithm + ".", missing);
        }
    }

    /** Whether {@code result} is this digest. */
    public boolean matches(byte[] result) {
        return MessageDigest.isEqual(digest, result);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Checksum that && algorithm.equals(that.algorithm) && Arrays.equals(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return 31 * algorithm.hashCode() + Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return algorithm + " " + hex();
    }
}
