package org.iotconnector.simulator.internal.spi;

/**
 * How much of everything a broker has at one moment, and what has passed through it since its start.
 *
 * @param connected clients that are logged in
 * @param disconnected sessions whose client is away
 * @param subscriptions topic filters of all sessions, shared ones included
 * @param sharedSubscriptions of these, the shared ones
 * @param retained retained messages
 * @param connects CONNECT packets answered with success
 * @param publishesReceived PUBLISH packets from clients
 * @param publishesDropped messages refused, or lost because a queue was full
 * @param publishesSent PUBLISH packets to clients
 * @param packetsReceived packets of all kinds from clients
 * @param packetsSent packets of all kinds to clients
 * @param bytesReceived bytes from clients, after TLS and WebSocket
 * @param bytesSent bytes to clients, before TLS and WebSocket
 */
public record Census(
        int connected,
        int disconnected,
        int subscriptions,
        int sharedSubscriptions,
        int retained,
        long connects,
        long publishesReceived,
        long publishesDropped,
        long publishesSent,
        long packetsReceived,
        long packetsSent,
        long bytesReceived,
        long bytesSent) {}
