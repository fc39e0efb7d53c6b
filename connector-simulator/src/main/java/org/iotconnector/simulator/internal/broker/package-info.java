/**
 * The MQTT server part that all platforms share: sessions, subscriptions, delivery, retained messages, faults. It knows no
 * platform, and everything in it is confined to the event loop thread.
 */
@NullMarked
package org.iotconnector.simulator.internal.broker;

import org.jspecify.annotations.NullMarked;
