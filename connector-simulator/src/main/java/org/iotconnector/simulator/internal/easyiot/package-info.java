/** The simulated Easy IoT over MQTT, and its public face. Everything is confined to the loop thread. */
@NullMarked
package org.iotconnector.simulator.internal.easyiot;

import org.jspecify.annotations.NullMarked;
