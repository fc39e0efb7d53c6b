package org.iotconnector.simulator.internal.broker;

/**
 * Options of one subscription.
 *
 * @param qos granted QoS
 * @param noLocal not to be sent the client's own messages, MQTT 5
 * @param retainAsPublished keep the retain flag on delivery, MQTT 5
 */
record Subscription(int qos, boolean noLocal, boolean retainAsPublished) {}
