/**
 * The one thread that runs the simulator and the time it sees, which tests may replace. All other internals rely on being
 * called on that thread.
 */
@NullMarked
package org.iotconnector.simulator.internal.time;

import org.jspecify.annotations.NullMarked;
