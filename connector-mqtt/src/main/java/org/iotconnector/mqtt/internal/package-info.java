/** Topics, payloads and rules of the plain MQTT provider, and what it shares with Homie; free to change. */
@NullMarked
package org.iotconnector.mqtt.internal;

import org.jspecify.annotations.NullMarked;
