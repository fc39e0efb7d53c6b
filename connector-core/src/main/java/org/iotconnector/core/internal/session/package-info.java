/**
 * The MQTT session: a pure state machine, the driver that performs its actions, the subscriptions and the sender. Free to
 * change; no other module imports it.
 */
@NullMarked
package org.iotconnector.core.internal.session;

import org.jspecify.annotations.NullMarked;
