package org.iotconnector.simulator.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.iotconnector.simulator.DemoSet;

/** OneNET tokens, made by hand. */
public final class OneNetTokens {
    /** Version of tokens for devices, OTA and files. */
    public static final String DEVICE_VERSION = "2018-10-31";
    /** Version of tokens for the application API. */
    public static final String API_VERSION = "2022-05-01";

    private static final String FAR_FUTURE = "4102444800"; // the year 2100

    private OneNetTokens() {}

    /** Of the demo user, for the application API. */
    public static String user() {
        return of(API_VERSION, "userid/" + DemoSet.ONENET_USER_ID, FAR_FUTURE, DemoSet.ONENET_USER_KEY);
    }

    /** Of the demo lamp. */
    public static String lamp() {
        return of(
                DEVICE_VERSION,
                "products/" + DemoSet.ONENET_PRODUCT_ID + "/devices/" + DemoSet.DEVICE_NAME,
                FAR_FUTURE,
                DemoSet.ONENET_DEVICE_KEY);
    }

    /** Of any resource, valid until 2100. */
    public static String of(String version, String res, String key) {
        return of(version, res, FAR_FUTURE, key);
    }

    /** Of any resource, signed with SHA-256. */
    public static String of(String version, String res, String et, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
            byte[] sign = mac.doFinal((et + "\nsha256\n" + res + "\n" + version).getBytes(StandardCharsets.UTF_8));
            return "version=" + version + "&res=" + encoded(res) + "&et=" + et + "&method=sha256&sign="
                    + encoded(Base64.getEncoder().encodeToString(sign));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
