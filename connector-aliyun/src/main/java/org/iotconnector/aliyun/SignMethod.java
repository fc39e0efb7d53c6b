package org.iotconnector.aliyun;

import java.util.Locale;

/** How the password is computed from the device secret. Aliyun IoT, "MQTT-TCP connection", read 2026-11. */
public enum SignMethod {
    /** 32 hex digits; what the platform assumes when the client identifier names no method. */
    HMAC_MD5("hmacmd5", "HmacMD5"),
    /** 40 hex digits. */
    HMAC_SHA1("hmacsha1", "HmacSHA1"),
    /** 64 hex digits; the default here. */
    HMAC_SHA256("hmacsha256", "HmacSHA256");

    private final String wireName;
    private final String algorithm;

    SignMethod(String wireName, String algorithm) {
        this.wireName = wireName;
        this.algorithm = algorithm;
    }

    /** The platform's name, as it stands in the client identifier: {@code hmacsha256}. */
    public String wireName() {
        return wireName;
    }

    /** The name that {@link javax.crypto.Mac} knows. */
    public String algorithm() {
        return algorithm;
    }

    /**
     * Reads the platform's name; case, {@code -} and {@code _} do not count.
     *
     * @throws IllegalArgumentException for other methods, saying why they are not offered
     */
    public static SignMethod parse(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
        for (SignMethod method : values()) {
            if (method.wireName.equals(name)) {
                return method;
            }
        }
        throw new IllegalArgumentException(reason(name));
    }

    private static String reason(String name) {
        return switch (name) {
            case "sha256" -> "the platform lists plain sha256 without saying how it signs; use hmacsha256";
            case "sm3", "hmacsm3" -> "no document of the platform says how SM3 signs; use hmacsha256";
            default -> "use hmacmd5, hmacsha1 or hmacsha256";
        };
    }

    /** The platform's name. */
    @Override
    public String toString() {
        return wireName;
    }
}
