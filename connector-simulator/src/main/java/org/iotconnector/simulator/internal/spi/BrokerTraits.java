package org.iotconnector.simulator.internal.spi;

/**
 * What a platform offers beyond plain delivery.
 *
 * @param maximumQos highest QoS granted to subscriptions: 0, 1 or 2; with 0 a packet of the QoS 2 handshake closes the connection
 * @param retain whether retained messages are stored
 * @param will whether a client's Will is published
 * @param maxInFlight unacknowledged QoS 1 and 2 messages per client, at least 1
 * @param maxQueued messages kept per session beyond that, while the client is offline or slow
 */
public record BrokerTraits(int maximumQos, boolean retain, boolean will, int maxInFlight, int maxQueued) {}
