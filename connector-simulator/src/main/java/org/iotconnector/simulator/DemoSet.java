package org.iotconnector.simulator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names and secrets of the built-in demo set. They protect nothing: the simulator listens on loopback. */
public final class DemoSet {
    /** The demo product on Aliyun. */
    public static final String PRODUCT_KEY = "a1Demo0Prod";
    /** Its first device. */
    public static final String DEVICE_NAME = "lamp-1";
    /** Secret of {@value #DEVICE_NAME}. */
    public static final String DEVICE_SECRET = "0123456789abcdef0123456789abcdef";

    private DemoSet() {}

    /** Secrets of all demo devices by device name. */
    public static Map<String, String> deviceSecrets() {
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put(DEVICE_NAME, DEVICE_SECRET);
        secrets.put("lamp-2", "123456789abcdef0123456789abcdef0");
        secrets.put("lamp-3", "23456789abcdef0123456789abcdef01");
        return Collections.unmodifiableMap(secrets);
    }
}
