package org.iotconnector.core.internal.hivemq;

import java.io.IOException;

/** A CONNACK carried a return code that MQTT 3.1.1 section 3.2.2.3 reserves, as some platforms' private codes are. */
final class ConnAckCodeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int code;

    ConnAckCodeException(int code) {
        super("CONNACK with return code " + code, null);
        this.code = code;
    }

    int code() {
        return code;
    }
}
