/**
 * Sockets: listeners for TCP, TLS and WebSocket, and the generated certificates. Bytes become MQTT packets here, by
 * netty-codec-mqtt.
 */
@NullMarked
package org.iotconnector.simulator.internal.net;

import org.jspecify.annotations.NullMarked;
