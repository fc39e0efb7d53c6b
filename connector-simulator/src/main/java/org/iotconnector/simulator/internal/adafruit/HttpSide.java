package org.iotconnector.simulator.internal.adafruit;

import java.net.URI;
import java.util.Optional;

/** What the platform does over HTTP: its server, opened and closed with its MQTT listeners. */
public interface HttpSide {

    /** Opens it, on the port it had before if it was open. Has no effect when open. */
    void open();

    /** Closes it. Has no effect when closed. */
    void close();

    /** Its address without a path, with the real port; empty if it is not wanted. */
    Optional<URI> uri();

    /** Makes the HTTP side of one platform. */
    interface Factory {
        /** Prepares it; the settings of {@code cloud} say which port. */
        HttpSide create(AdafruitCloud cloud);
    }
}
