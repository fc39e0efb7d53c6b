package org.iotconnector.simulator.internal.spi;

import org.iotconnector.simulator.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A CONNECT packet as platforms see it.
 *
 * @param protocolLevel 3 for MQTT 3.1, 4 for 3.1.1, 5
 * @param clientId client identifier, may be empty
 * @param userName null when absent
 * @param password null when absent; read as UTF-8
 * @param keepAliveSeconds 0 to 65 535
 * @param cleanStart clean session, or clean start in MQTT 5
 * @param flags the connect flags byte, 0 to 255. MQTT 3.1.1 section 3.1.2.3
 * @param transport how it came in
 * @param remote address and port of the client
 */
public record ConnectRequest(
        int protocolLevel,
        String clientId,
        @Nullable String userName,
        @Nullable String password,
        int keepAliveSeconds,
        boolean cleanStart,
        int flags,
        Transport transport,
        String remote) {

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "ConnectRequest[level=" + protocolLevel + " client=" + clientId + " user=" + userName + " keepAlive="
                + keepAliveSeconds + " cleanStart=" + cleanStart + " " + transport + " " + remote + "]";
    }
}
