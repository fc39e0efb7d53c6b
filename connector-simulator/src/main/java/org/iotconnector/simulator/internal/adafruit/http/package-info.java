/** The simulated REST API of Adafruit IO, over the same store as MQTT. Everything runs on the loop thread. */
@NullMarked
package org.iotconnector.simulator.internal.adafruit.http;

import org.jspecify.annotations.NullMarked;
