package org.iotconnector.onenet.api;

import java.util.Arrays;
import java.util.Optional;

/** How the devices of a product reach the platform; {@code access_pt}. */
public enum AccessProtocol {
    /** Through a gateway. */
    SUB_DEVICE(0),
    /** In a way of their own. */
    OTHER(1),
    MQTT(2),
    COAP(3),
    LWM2M(4),
    HTTP(5);

    private final int number;

    AccessProtocol(int number) {
        this.number = number;
    }

    /** The platform's number for it. */
    public int number() {
        return number;
    }

    /** The one of that number; empty for numbers that the documents do not name. */
    public static Optional<AccessProtocol> of(long number) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.number == number)
                .findFirst();
    }
}
