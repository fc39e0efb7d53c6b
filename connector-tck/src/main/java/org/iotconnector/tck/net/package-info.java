/**
 * A network that misbehaves on request, for tests: {@link org.iotconnector.tck.net.FaultProxy}. It stands between any client
 * and any server and knows nothing of MQTT.
 */
@NullMarked
package org.iotconnector.tck.net;

import org.jspecify.annotations.NullMarked;
