/** The simulated Adafruit IO over MQTT, and what it shares with its HTTP side. Everything is confined to the loop thread. */
@NullMarked
package org.iotconnector.simulator.internal.adafruit;

import org.jspecify.annotations.NullMarked;
