/**
 * The simulated OneNET platform: its settings, and a handle per device that looks at it and commands it as applications do.
 * Start with {@link org.iotconnector.simulator.SimulatorBuilder#onenet}.
 */
@NullMarked
package org.iotconnector.simulator.onenet;

import org.jspecify.annotations.NullMarked;
