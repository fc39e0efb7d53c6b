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

    /** The demo product on OneNET. */
    public static final String ONENET_PRODUCT_ID = "Demo0Prod1";
    /** Access key of {@value #ONENET_PRODUCT_ID}, Base64. */
    public static final String ONENET_ACCESS_KEY = "ZGVtby1hY2Nlc3Mta2V5LW9mLXRoZS1wcm9kdWN0ISE=";
    /** Key of its device {@value #DEVICE_NAME}, Base64. */
    public static final String ONENET_DEVICE_KEY = "ZGVtby1kZXZpY2Uta2V5LW9mLWxhbXAtMS0oMzJieSk=";
    /** The demo user of OneNET's application API. */
    public static final String ONENET_USER_ID = "100001";
    /** Access key of that user, Base64. */
    public static final String ONENET_USER_KEY = "ZGVtby1hY2Nlc3Mta2V5LW9mLXRoZS11c2VyLXdpdGgtNDgtYnl0ZXMtaW4tYWxs";

    /** The demo account on Adafruit IO. */
    public static final String ADAFRUIT_USERNAME = "demo";
    /** Key of {@value #ADAFRUIT_USERNAME}. */
    public static final String ADAFRUIT_KEY = "aio_demoDEMOdemoDEMOdemoDEMOdemo";

    /** The demo account on Easy IoT, its {@code Iot_id}. */
    public static final String EASYIOT_ID = "demoid";
    /** Password of {@value #EASYIOT_ID}. */
    public static final String EASYIOT_PASSWORD = "demopwd";
    /** Topic of its device {@code lamp}. */
    public static final String EASYIOT_TOPIC = "Bkgk2zXb4";

    /** The login of SIoT, which is also that of a new installation. */
    public static final String SIOT_USERNAME = "siot";
    /** Password of {@value #SIOT_USERNAME}. */
    public static final String SIOT_PASSWORD = "dfrobot";

    private DemoSet() {}

    /** Secrets of all demo devices on Aliyun by device name. */
    public static Map<String, String> deviceSecrets() {
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put(DEVICE_NAME, DEVICE_SECRET);
        secrets.put("lamp-2", "123456789abcdef0123456789abcdef0");
        secrets.put("lamp-3", "23456789abcdef0123456789abcdef01");
        return Collections.unmodifiableMap(secrets);
    }
}
