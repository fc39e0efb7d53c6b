/** Accounts, devices and stored messages of the simulated Easy IoT, apart from MQTT and HTTP. Confined to the loop thread. */
@NullMarked
package org.iotconnector.simulator.internal.easyiot.store;

import org.jspecify.annotations.NullMarked;
