package org.iotconnector.simulator.internal.easyiot.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** Tokens of the site: JWT with the claims that were seen there, {@code exp}, {@code nbf}, {@code iot_name} and {@code user_id}. */
public final class SiteTokens {
    /** How long a token holds. */
    static final Duration LIFE = Duration.ofDays(2);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final byte[] key = new byte[KEY_BYTES];
    private final Clock clock;

    /** Draws a key of its own. */
    public SiteTokens(Clock clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    /** A token that holds from now on. */
    public String issue(String iotId) {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("exp", now + LIFE.toSeconds());
        claims.put("nbf", now);
        claims.put("iot_name", iotId);
        claims.put("user_id", Integer.toUnsignedLong(iotId.hashCode()));
        String content = part(Map.of("alg", "HS256")) + "." + part(claims);
        return content + "." + signature(content);
    }

    /** Whose token it is; empty if it is forged, malformed or over. */
    Optional<String> owner(String token) {
        int dot = token.lastIndexOf('.');
        if (dot < 0 || !isSame(signature(token.substring(0, dot)), token.substring(dot + 1))) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> claims = claims(token.substring(token.indexOf('.') + 1, dot));
        long now = clock.instant().getEpochSecond();
        boolean valid = claims.get("exp") instanceof Number end && now < end.longValue();
        return valid && claims.get("iot_name") instanceof String name ? Optional.of(name) : Optional.empty();
    }

    private static Map<String, @Nullable Object> claims(String part) {
        try {
            return Json.object(Json.read(Base64.getUrlDecoder().decode(part))).orElse(Map.of());
        } catch (IOException | IllegalArgumentException malformed) {
            return Map.of();
        }
    }

    private static String part(Map<String, Object> json) {
        return BASE64.encodeToString(Json.write(json));
    }

    private String signature(String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", missing);
        }
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
