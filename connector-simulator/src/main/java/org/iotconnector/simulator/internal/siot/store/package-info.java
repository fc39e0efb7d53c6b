/** Projects, devices and stored messages of the simulated SIoT, and the desk that messages from all sides pass. Confined to the loop thread. */
@NullMarked
package org.iotconnector.simulator.internal.siot.store;

import org.jspecify.annotations.NullMarked;
