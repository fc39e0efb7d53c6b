/**
 * The classic MQTT exercises, from the first subscription to a range test. Each is one small class on a plain
 * {@link org.iotconnector.core.session.MqttSession}; {@code Classics} is the command line that runs one of them.
 */
@NullMarked
package org.iotconnector.samples.classics;

import org.jspecify.annotations.NullMarked;
