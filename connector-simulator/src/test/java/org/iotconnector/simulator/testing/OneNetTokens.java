package org.iotconnector.simulator.testing;

import org.iotconnector.simulator.DemoSet;

/** Tokens for OneNET's HTTP side, valid for long. */
public final class OneNetTokens {
    /** Version of tokens for devices, OTA and files. */
    public static final String DEVICE_VERSION = "2018-10-31";
    /** Version of tokens for the application API. */
    public static final String API_VERSION = "2022-05-01";

    private OneNetTokens() {}

    /** Of the demo user, for the application API. */
    public static String user() {
        return of(API_VERSION, "userid/" + DemoSet.ONENET_USER_ID, DemoSet.ONENET_USER_KEY);
    }

    /** Of the demo lamp. */
    public static String lamp() {
        return OneNetCredentials.lamp().password();
    }

    /** Of any resource. */
    public static String of(String version, String res, String key) {
        return OneNetCredentials.token(version, res, OneNetCredentials.FAR, "sha256", key);
    }
}
