package org.iotconnector.simulator.internal.aliyun;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The signature in the password of an Aliyun login. Alibaba Cloud, "MQTT-TCP connection", read 2026-11-21. */
final class LoginSignature {
    private static final Map<String, String> ALGORITHMS =
            Map.of("hmacmd5", "HmacMD5", "hmacsha1", "HmacSHA1", "hmacsha256", "HmacSHA256");
    private static final String DEFAULT_METHOD = "hmacmd5";

    private LoginSignature() {}

    /** The Java name of a signature method; MD5 when absent, empty for one the platform does not know. */
    static Optional<String> algorithm(@Nullable String signMethod) {
        String method = signMethod == null ? DEFAULT_METHOD : signMethod.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(ALGORITHMS.get(method));
    }

    /** The signed text: names and values, sorted by name, without separators; {@code timestamp} only if it was sent. */
    static String content(String clientId, String deviceName, String productKey, @Nullable String timestamp) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("clientId", clientId);
        fields.put("deviceName", deviceName);
        fields.put("productKey", productKey);
        if (timestamp != null) {
            fields.put("timestamp", timestamp);
        }
        StringBuilder content = new StringBuilder();
        fields.forEach((name, value) -> content.append(name).append(value));
        return content.toString();
    }

    /** Whether {@code password} is the signature in hexadecimal, upper or lower case. Takes the same time wherever it differs. */
    static boolean verify(String algorithm, String secret, String content, String password) {
        byte[] expected =
                HexFormat.of().formatHex(sign(algorithm, secret, content)).getBytes(StandardCharsets.UTF_8);
        byte[] actual = password.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, actual);
    }

    private static byte[] sign(String algorithm, String secret, String content) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JDK lacks " + algorithm + ", which every JDK must have.", missing);
        }
    }
}
