/**
 * A general MQTT broker that behaves as Mosquitto does: users, access control, retained messages, shared subscriptions and {@code $SYS}.
 * Begin with {@link org.iotconnector.simulator.mqtt.MqttSimulator}.
 */
@NullMarked
package org.iotconnector.simulator.mqtt;

import org.jspecify.annotations.NullMarked;
