package org.iotconnector.simulator.testing;

/** CONNECT fields of a device, computed by the tests and not by the simulator. */
public record Credentials(String clientId, String userName, String password) {}
