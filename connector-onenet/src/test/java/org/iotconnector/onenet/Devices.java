package org.iotconnector.onenet;

import java.time.Instant;
import org.iotconnector.core.settings.Secret;

/** Configurations that tests begin with; their keys and tokens are those of the vectors. */
public final class Devices {
    public static final String PRODUCT_ID = "a1B2c3D4e5";
    public static final String DEVICE_NAME = "sensor-01";
    public static final String DEVICE_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    public static final String PRODUCT_KEY = "MDEyMzQ1Njc4OWFiY2RlZmdoaWpBQkNERUZHSElKKy8=";
    public static final String TOKEN = "version=2018-10-31&res=products%2Fa1B2c3D4e5%2Fdevices%2Fsensor-01"
            + "&et=1893456000&method=sha1&sign=Enj1TPWyakK7DBwQtSvkmZSrOzE%3D";
    public static final Instant TOKEN_EXPIRY = Instant.ofEpochSecond(1_893_456_000L);

    private Devices() {}

    /** Product id and device name, without anything to log in with. */
    public static OneNetConfigBuilder withoutKey() {
        return OneNetConfig.builder().productId(PRODUCT_ID).deviceName(DEVICE_NAME);
    }

    public static OneNetConfigBuilder sensor() {
        return withoutKey().deviceKey(Secret.of(DEVICE_KEY));
    }

    public static OneNetConfigBuilder withProductKey() {
        return withoutKey().productKey(Secret.of(PRODUCT_KEY));
    }

    public static OneNetConfigBuilder withToken() {
        return withoutKey().token(Secret.of(TOKEN));
    }
}
