package org.iotconnector.simulator.internal.onenet;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.iotconnector.simulator.internal.net.LazyTls;
import org.iotconnector.simulator.onenet.PushAttempt;

/** What the platform does over HTTP: its server, opened and closed with its MQTT listeners, and push to other servers. */
public interface HttpSide {

    /** Opens it, on the ports it had before if it was open. Has no effect when open. */
    void open();

    /** Closes it. Has no effect when closed. */
    void close();

    /**
     * Its address, with the real port.
     *
     * @param scheme {@code http} or {@code https}
     */
    Optional<URI> uri(String scheme);

    /** Attempts to deliver and to verify. To be called on the loop thread. */
    List<PushAttempt> pushes();

    /** Makes the HTTP side of one platform. */
    interface Factory {
        /**
         * Prepares it.
         *
         * @param cloud the platform it acts on; its settings say which ports
         * @param tls certificates for HTTPS
         */
        HttpSide create(OneNetCloud cloud, LazyTls tls);
    }
}
