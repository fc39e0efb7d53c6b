package org.iotconnector.easyiot.siot;

/** The two generations of the server, which behave differently. */
public enum SiotVersion {
    /** Until 1.3: topics {@code project/device}, every message is stored but those that begin with {@code ->}. */
    V1,
    /** Since 2: topics {@code siot/device}, QoS 1 is stored and QoS 0 is not. */
    V2
}
