package org.iotconnector.onenet;

import java.util.Locale;

/** How a token is signed. OneNET, "Security authentication", read 2026-11. */
public enum SignMethod {
    /** HMAC with MD5. */
    MD5("md5", "HmacMD5"),
    /** HMAC with SHA-1. */
    SHA1("sha1", "HmacSHA1"),
    /** HMAC with SHA-256; the default here. */
    SHA256("sha256", "HmacSHA256");

    private final String wireName;
    private final String algorithm;

    SignMethod(String wireName, String algorithm) {
        this.wireName = wireName;
        this.algorithm = algorithm;
    }

    /** The platform's name, as it stands in the token: {@code sha256}. */
    public String wireName() {
        return wireName;
    }

    /** The name that {@link javax.crypto.Mac} knows. */
    public String algorithm() {
        return algorithm;
    }

    /**
     * Reads the platform's name; case, {@code -}, {@code _} and a leading {@code hmac} do not count.
     *
     * @throws IllegalArgumentException for other methods, saying why they are not offered
     */
    public static SignMethod parse(String text) {
        String name = text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("-", "")
                .replace("_", "")
                .replaceFirst("^hmac", "");
        for (SignMethod method : values()) {
            if (method.wireName.equals(name)) {
                return method;
            }
        }
        throw new IllegalArgumentException(
                name.equals("sm2") || name.equals("sm3")
                        ? "no document of the platform says how " + name.toUpperCase(Locale.ROOT) + " signs; use sha256"
                        : "use md5, sha1 or sha256");
    }

    /** The platform's name. */
    @Override
    public String toString() {
        return wireName;
    }
}
