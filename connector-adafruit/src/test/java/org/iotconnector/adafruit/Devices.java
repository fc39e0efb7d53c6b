package org.iotconnector.adafruit;

import java.util.List;
import org.iotconnector.core.settings.Secret;

/** Configurations that tests begin with; the account is that of the vectors. */
public final class Devices {
    public static final String USERNAME = "tester";
    public static final String KEY = "aio_EXAMPLEexampleEXAMPLEexample";

    private Devices() {}

    public static AdafruitConfigBuilder sensor() {
        return AdafruitConfig.builder().username(USERNAME).key(Secret.of(KEY));
    }

    /** One that can be told its temperature, so that it hears itself. */
    public static AdafruitConfigBuilder heater() {
        return sensor().settable(List.of("temp"));
    }

    public static AdafruitConfigBuilder house() {
        return sensor().group("house");
    }
}
