/** How Any MQTT broker, and the Homie convention, names topics and writes messages. Free to change: no other module imports it. */
@NullMarked
package org.iotconnector.mqtt.internal;

import org.jspecify.annotations.NullMarked;
