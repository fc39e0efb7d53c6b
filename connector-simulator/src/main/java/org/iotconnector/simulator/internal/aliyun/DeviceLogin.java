package org.iotconnector.simulator.internal.aliyun;

/**
 * What a login said about the client.
 *
 * @param device who it is
 * @param extendedRrpc whether it takes RRPC on custom topics
 * @param systemPush whether it takes system topics without subscription
 */
record DeviceLogin(DeviceState device, boolean extendedRrpc, boolean systemPush) {}
