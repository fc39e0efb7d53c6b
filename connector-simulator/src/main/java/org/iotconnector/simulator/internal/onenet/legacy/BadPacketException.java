package org.iotconnector.simulator.internal.onenet.legacy;

import java.io.IOException;

/** A payload of the data topic that is none of the seven layouts. */
final class BadPacketException extends IOException {
    private static final long serialVersionUID = 1L;

    BadPacketException(String reason) {
        super(reason);
    }
}
