/** The session over a hostile network, before the simulator's general broker. */
@NullMarked
package org.iotconnector.mqtt.network;

import org.jspecify.annotations.NullMarked;
