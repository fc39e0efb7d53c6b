/** Projects, devices and stored messages of the simulated SIoT, apart from MQTT and HTTP. Confined to the loop thread. */
@NullMarked
package org.iotconnector.simulator.internal.siot.store;

import org.jspecify.annotations.NullMarked;
