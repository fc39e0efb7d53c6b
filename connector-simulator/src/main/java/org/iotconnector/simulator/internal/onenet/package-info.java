/**
 * How the simulated OneNET platform behaves over MQTT: tokens, login, topics, OneJSON messages, data streams, limits; and the registry
 * of devices that its HTTP side shares. Written from the platform's documents and published vectors alone, sharing no code with
 * the connector that talks to it. Everything is confined to the loop thread.
 */
@NullMarked
package org.iotconnector.simulator.internal.onenet;

import org.jspecify.annotations.NullMarked;
