/**
 * The Homie convention on any MQTT broker: a device that describes itself, for versions 3.0.1, 4.0.0 and 5 from one thing
 * model, and a controller that finds such devices. Facts are those of docs/platforms/homie.md, read in November 2026.
 */
@NullMarked
package org.iotconnector.mqtt.homie;

import org.jspecify.annotations.NullMarked;
