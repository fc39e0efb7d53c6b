/**
 * Any MQTT broker as a platform: the topics and payloads of a device are settings, so that one that exists already is
 * described without code. Broker facts are those of docs/platforms/mqtt.md, read in November 2026.
 */
@NullMarked
package org.iotconnector.mqtt;

import org.jspecify.annotations.NullMarked;
