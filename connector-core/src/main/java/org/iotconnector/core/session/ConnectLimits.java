package org.iotconnector.core.session;

import java.time.Duration;

/**
 * The bounds of one connection.
 *
 * @param timeout the longest time from the start of the attempt to CONNACK
 * @param receiveMaximum how many QoS 1 and 2 messages the server may send ahead of our acknowledgements; MQTT 5 only
 */
public record ConnectLimits(Duration timeout, int receiveMaximum) {}
