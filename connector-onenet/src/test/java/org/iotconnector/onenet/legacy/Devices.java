package org.iotconnector.onenet.legacy;

import org.iotconnector.core.settings.Secret;

/** Configurations that tests begin with. */
public final class Devices {
    public static final String AUTH_INFO = "SN-k9WmZq3TfLx7";

    private Devices() {}

    public static LegacyConfigBuilder sensor() {
        return LegacyConfig.builder().productId("86540").deviceId("5616839").authInfo(Secret.of(AUTH_INFO));
    }
}
