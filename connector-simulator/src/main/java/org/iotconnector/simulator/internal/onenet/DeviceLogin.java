package org.iotconnector.simulator.internal.onenet;

/**
 * What a login said about the client.
 *
 * @param device who it is
 * @param tokenExpiry when its token expires, seconds since 1970
 */
record DeviceLogin(DeviceState device, long tokenExpiry) {}
