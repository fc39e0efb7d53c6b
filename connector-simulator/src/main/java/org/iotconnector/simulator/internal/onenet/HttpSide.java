package org.iotconnector.simulator.internal.onenet;

import java.net.URI;

/** The platform's HTTP server, opened and closed with its MQTT listeners. */
public interface HttpSide {

    /** Opens it, on the port it had before if it was open. Has no effect when open. */
    void open();

    /** Closes it. Has no effect when closed. */
    void close();

    /** Its address, with the real port. */
    URI uri();

    /** Makes the server of one platform. */
    interface Factory {
        /**
         * Prepares it.
         *
         * @param cloud the platform it acts on
         * @param port 0 for a free one
         */
        HttpSide create(OneNetCloud cloud, int port);
    }
}
