/**
 * The HTTP side of the simulated OneNET platform: application API, OTA, files and remote configuration on one port, and push
 * delivery to servers. It acts on the same devices as the MQTT side. Everything runs on the loop thread and nothing blocks it.
 */
@NullMarked
package org.iotconnector.simulator.internal.onenet.http;

import org.jspecify.annotations.NullMarked;
