/** The simulated general broker: Mosquitto's rules over the shared broker. Everything is confined to the loop thread. */
@NullMarked
package org.iotconnector.simulator.internal.mqtt;

import org.jspecify.annotations.NullMarked;
