package org.iotconnector.simulator;

import java.time.Instant;

/**
 * One client that is logged in.
 *
 * @param device the device as its platform names it
 * @param clientId the client identifier of its CONNECT packet, complete
 * @param protocol MQTT version: {@code 3.1}, {@code 3.1.1} or {@code 5}
 * @param transport how it came in
 * @param remote its address and port
 * @param connectedAt when it was accepted, by the simulator's clock
 * @param keepAliveSeconds keep-alive in force, 0 when there is none
 * @param cleanStart whether it asked to begin without old session state
 */
public record ConnectionInfo(
        String device,
        String clientId,
        String protocol,
        Transport transport,
        String remote,
        Instant connectedAt,
        int keepAliveSeconds,
        boolean cleanStart) {}
