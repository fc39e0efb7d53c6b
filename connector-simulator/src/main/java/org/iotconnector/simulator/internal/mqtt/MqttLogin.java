package org.iotconnector.simulator.internal.mqtt;

/**
 * What is remembered with a session.
 *
 * @param username empty for an anonymous client
 * @param clientId client identifier, made up if the client gave none
 */
record MqttLogin(String username, String clientId) {}
