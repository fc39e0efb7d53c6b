/** The simulated SIoT over MQTT, and its public face. Everything is confined to the loop thread. */
@NullMarked
package org.iotconnector.simulator.internal.siot;

import org.jspecify.annotations.NullMarked;
