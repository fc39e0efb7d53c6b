/** Fleets of devices on an MQTT broker. */
@NullMarked
package org.iotconnector.mqtt.fleet;

import org.jspecify.annotations.NullMarked;
