/**
 * Cloud IoT platforms on localhost: start a {@link org.iotconnector.simulator.Simulator}, point a device at its addresses, and
 * see what the platform saw. What every platform offers (messages, connections, faults) is here; its own part has a package.
 */
@NullMarked
package org.iotconnector.simulator;

import org.jspecify.annotations.NullMarked;
