package org.iotconnector.simulator.internal.onenet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A security token with its five fields, in any order. OneNET, "Security authentication", read 2026-04-30.
 *
 * @param version which rules it follows
 * @param res the resource it speaks for
 * @param et when it expires, seconds since 1970; some clients send milliseconds, which is far in the future
 * @param method signature method as sent, upper or lower case
 * @param sign signature, Base64
 */
public record Token(String version, String res, long et, String method, String sign) {
    private static final Set<String> FIELDS = Set.of("version", "res", "et", "method", "sign");
    private static final Map<String, String> ALGORITHMS =
            Map.of("md5", "HmacMD5", "sha1", "HmacSHA1", "sha256", "HmacSHA256");
    private static final String EXPIRY = "[0-9]{1,18}";

    /** Reads a token; empty unless it has exactly the five fields, each once. Values may be percent-encoded or not. */
    public static Optional<Token> parse(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            Optional<String> value = equals < 0 ? Optional.empty() : percentDecoded(pair.substring(equals + 1));
            if (value.isEmpty() || fields.put(pair.substring(0, equals), value.get()) != null) {
                return Optional.empty();
            }
        }
        String et = fields.getOrDefault("et", "");
        if (!fields.keySet().equals(FIELDS) || !et.matches(EXPIRY)) {
            return Optional.empty();
        }
        return Optional.of(new Token(
                fields.getOrDefault("version", ""),
                fields.getOrDefault("res", ""),
                Long.parseLong(et),
                fields.getOrDefault("method", ""),
                fields.getOrDefault("sign", "")));
    }

    /** Whether the method is one the platform knows. One vendor library writes it in upper case. */
    boolean isMethodKnown() {
        return ALGORITHMS.containsKey(method.toLowerCase(Locale.ROOT));
    }

    /** The signed text: four values, sorted by their names, a line feed between them. */
    String stringForSignature() {
        return et + "\n" + method + "\n" + res + "\n" + version;
    }

    /** Whether this key, in Base64, made the signature. Takes the same time wherever it differs. */
    boolean isSignedWith(String key) {
        String algorithm = ALGORITHMS.get(method.toLowerCase(Locale.ROOT));
        if (algorithm == null) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), algorithm));
            byte[] expected =
                    Base64.getEncoder().encode(mac.doFinal(stringForSignature().getBytes(StandardCharsets.UTF_8)));
            return MessageDigest.isEqual(expected, sign.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JDK lacks " + algorithm + ", which every JDK must have.", missing);
        }
    }

    /** Leaves the signature out. */
    @Override
    public String toString() {
        return "Token[version=" + version + " res=" + res + " et=" + et + " method=" + method + "]";
    }

    /** Unlike form decoding this leaves a plus sign alone, which signatures may hold unescaped. */
    private static Optional<String> percentDecoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                decoded.write(bytes[i]);
                continue;
            }
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            decoded.write(high << 4 | low);
            i += 2;
        }
        return Optional.of(decoded.toString(StandardCharsets.UTF_8));
    }
}
