/**
 * The simulated REST API (version 2) of Adafruit IO. Feeds, groups and data are those that MQTT has; dashboards, permissions, tokens,
 * actions and places are kept here. Everything runs on the loop thread and nothing blocks it.
 */
@NullMarked
package org.iotconnector.simulator.internal.adafruit.http;

import org.jspecify.annotations.NullMarked;
