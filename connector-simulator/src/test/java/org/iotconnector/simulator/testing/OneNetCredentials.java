package org.iotconnector.simulator.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.iotconnector.simulator.DemoSet;

/** CONNECT fields and tokens of OneNET devices. */
public final class OneNetCredentials {
    /** A time far away, 2030-01-01. */
    public static final long FAR = 1_893_456_000;

    private OneNetCredentials() {}

    /** Of the demo device. */
    public static Credentials lamp() {
        return lamp(FAR);
    }

    /** Of the demo device, with a token that expires then, in seconds since 1970. */
    public static Credentials lamp(long et) {
        return of(DemoSet.ONENET_PRODUCT_ID, DemoSet.DEVICE_NAME, DemoSet.ONENET_DEVICE_KEY, et);
    }

    /** Of any device, with its own key. */
    public static Credentials of(String productId, String deviceName, String key, long et) {
        return new Credentials(
                deviceName, productId, token("products/" + productId + "/devices/" + deviceName, key, et));
    }

    /** A device token, signed with sha1. */
    public static String token(String res, String key, long et) {
        return token("2018-10-31", res, et, "sha1", key);
    }

    /** Any token. */
    public static String token(String version, String res, long et, String method, String key) {
        try {
            Mac mac = Mac.getInstance("Hmac" + method.toUpperCase(Locale.ROOT));
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "hmac"));
            String text = et + "\n" + method + "\n" + res + "\n" + version;
            String sign = Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            return "version=" + encoded(version) + "&res=" + encoded(res) + "&et=" + et + "&method=" + method + "&sign="
                    + encoded(sign);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A key whose bytes are this text, filled up with dots to 32. */
    public static String key(String text) {
        byte[] bytes = (text + ".".repeat(32)).substring(0, 32).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
