package org.iotconnector.simulator.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.iotconnector.simulator.DemoSet;

/** CONNECT fields of Aliyun devices. */
public final class AliyunCredentials {
    private AliyunCredentials() {}

    /** Of the demo device, with the extension parameters given after {@code securemode=3,signmethod=hmacsha256}. */
    public static Credentials lamp(String extension) {
        return of(DemoSet.DEVICE_NAME, DemoSet.DEVICE_SECRET, "securemode=3,signmethod=hmacsha256" + extension);
    }

    /** Of the demo device. */
    public static Credentials lamp() {
        return lamp("");
    }

    /** Of a device of the demo product, signed with HMAC-SHA256 without time stamp. */
    public static Credentials of(String deviceName, String secret, String parameters) {
        String content = "clientIdtest" + "deviceName" + deviceName + "productKey" + DemoSet.PRODUCT_KEY;
        return new Credentials(
                "test|" + parameters + "|",
                deviceName + "&" + DemoSet.PRODUCT_KEY,
                hmac("HmacSHA256", secret, content));
    }

    /** HMAC in lower-case hexadecimal. */
    public static String hmac(String algorithm, String key, String content) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
