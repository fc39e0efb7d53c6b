package org.iotconnector.onenet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.iotconnector.core.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A token: what OneNET takes as an MQTT password and in the {@code authorization} header. It names a resource and a time
 * until which it holds, and is signed with a key. Immutable. OneNET, "Security authentication", read 2026-11.
 */
public final class OneNetToken {
    /** Version of tokens for devices, and for the HTTP interfaces that devices use. */
    public static final String DEVICE_VERSION = "2018-10-31";

    /** Version of tokens for the current application API. */
    public static final String API_VERSION = "2022-05-01";

    /** Version of tokens for the application API of OneNET Studio. */
    public static final String STUDIO_API_VERSION = "2020-05-29";

    private static final List<String> FIELDS = List.of("version", "res", "et", "method", "sign");

    /** The five fields in the order of {@link #FIELDS}, not percent-encoded. */
    private final List<String> fields;

    private OneNetToken(List<String> fields) {
        this.fields = fields;
    }

    /**
     * Makes a token.
     *
     * @param key base64 as the console shows it
     * @param version such as {@link #DEVICE_VERSION}
     * @param resource such as {@code products/{pid}/devices/{name}}
     * @param expiry until when it holds; counted in whole seconds
     * @throws IllegalArgumentException if the key is not base64; the text does not quote it
     */
    public static OneNetToken sign(Secret key, String version, String resource, Instant expiry, SignMethod method) {
        String et = Long.toString(expiry.getEpochSecond());
        String signature = signature(key, method, stringForSignature(et, method.wireName(), resource, version));
        return new OneNetToken(List.of(version, resource, et, method.wireName(), signature));
    }

    /**
     * Reads a token: fields in any order, percent-encoded or not.
     *
     * @throws IllegalArgumentException if it does not hold exactly the five fields once each, or its expiry is no number
     */
    public static OneNetToken parse(Secret token) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String pair : token.reveal().strip().split("&", -1)) {
            int equalsSign = pair.indexOf('=');
            String name = pair.substring(0, Math.max(equalsSign, 0));
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException(
                        "holds something else than the fields " + String.join(", ", FIELDS) + "; copy the whole token");
            }
            if (found.put(name, percentDecoded(pair.substring(equalsSign + 1))) != null) {
                throw new IllegalArgumentException("holds the field " + name + " twice");
            }
        }
        List<String> missing =
                FIELDS.stream().filter(field -> !found.containsKey(field)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "lacks " + String.join(", ", missing) + "; the platform needs all of " + String.join(", ", FIELDS));
        }
        OneNetToken read = new OneNetToken(FIELDS.stream()
                .map(field -> String.valueOf(found.get(field)))
                .collect(Collectors.toUnmodifiableList()));
        read.expiry();
        return read;
    }

    /** The version, which says for what it is: {@value #DEVICE_VERSION} for devices. */
    public String version() {
        return fields.get(0);
    }

    /** What it gives access to: {@code products/{pid}/devices/{name}} for a device. */
    public String resource() {
        return fields.get(1);
    }

    /** Until when it holds. */
    public Instant expiry() {
        try {
            return Instant.ofEpochSecond(Long.parseLong(fields.get(2)));
        } catch (NumberFormatException | DateTimeException notSeconds) {
            throw new IllegalArgumentException("has an expiry et that is no number of seconds since 1970");
        }
    }

    /** The name of its sign method as it stands in the token. */
    public String method() {
        return fields.get(3);
    }

    /**
     * Whether {@code key} made it; false too if its method is not offered.
     *
     * @throws IllegalArgumentException if the key is not base64
     */
    public boolean isSignedWith(Secret key) {
        SignMethod known;
        try {
            known = SignMethod.parse(method());
        } catch (IllegalArgumentException notOffered) {
            return false;
        }
        String expected = signature(key, known, stringForSignature(fields.get(2), method(), resource(), version()));
        return expected.equals(fields.get(4));
    }

    /** The form that is sent: each value percent-encoded, exactly once. */
    public Secret text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < FIELDS.size(); i++) {
            text.append(i == 0 ? "" : "&").append(FIELDS.get(i)).append('=').append(percentEncoded(fields.get(i)));
        }
        return Secret.of(text.toString());
    }

    static String stringForSignature(String et, String method, String resource, String version) {
        return String.join("\n", et, method, resource, version);
    }

    static String percentEncoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Unlike in a form, a plus sign stands for itself. What is no valid escape stays as it is. */
    private static String percentDecoded(String value) {
        if (value.indexOf('%') < 0) {
            return value;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            boolean escape = bytes[i] == '%' && high >= 0 && low >= 0;
            decoded[length++] = escape ? (byte) (high * 16 + low) : bytes[i];
            i += escape ? 2 : 0;
        }
        return new String(Arrays.copyOf(decoded, length), StandardCharsets.UTF_8);
    }

    private static String signature(Secret key, SignMethod method, String content) {
        byte[] raw = rawKey(key);
        try {
            Mac mac = Mac.getInstance(method.algorithm());
            mac.init(new SecretKeySpec(raw, method.algorithm()));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(
                    "This Java runtime cannot compute " + method.algorithm() + "; choose another signMethod.", missing);
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    private static byte[] rawKey(Secret key) {
        try {
            byte[] raw = Base64.getDecoder().decode(key.reveal().strip());
            if (raw.length > 0) {
                return raw;
            }
        } catch (IllegalArgumentException notBase64) {
            // Its text would quote a character of the key.
        }
        throw new IllegalArgumentException(
                "is not base64; copy the key from the console as it is, with its = at the end");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OneNetToken that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    /** Everything but the signature. */
    @Override
    public String toString() {
        return "OneNetToken[version=" + version() + ", res=" + resource() + ", et=" + fields.get(2) + ", method="
                + method() + "]";
    }
}
