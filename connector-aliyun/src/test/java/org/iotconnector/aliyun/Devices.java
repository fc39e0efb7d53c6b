package org.iotconnector.aliyun;

import org.iotconnector.core.settings.Secret;

/** Configurations that tests begin with. */
public final class Devices {
    public static final String SECRET = "k9WmZq3TfLx7RvB2NdYpHs5JcUeA8gQ4";

    private Devices() {}

    public static AliyunConfigBuilder lamp() {
        return AliyunConfig.builder()
                .productKey("a1Demo0Prod")
                .deviceName("lamp-0001")
                .deviceSecret(Secret.of(SECRET));
    }
}
