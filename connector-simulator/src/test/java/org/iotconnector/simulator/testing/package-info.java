/** What several tests need: credentials computed apart from the simulator, and clients over real sockets. */
@NullMarked
package org.iotconnector.simulator.testing;

import org.jspecify.annotations.NullMarked;
