/**
 * One MQTT session that outlives its network connections: what it is asked to do, what it reports, and the seams
 * ({@link org.iotconnector.core.session.MqttTransport}, {@link org.iotconnector.core.session.TimeSource}) through which
 * it reaches the network and the clock.
 */
@NullMarked
package org.iotconnector.core.session;

import org.jspecify.annotations.NullMarked;
