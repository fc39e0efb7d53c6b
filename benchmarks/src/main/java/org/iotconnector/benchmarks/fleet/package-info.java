/** What many devices in one process cost: a fast server, the toolkit's devices and the bare client's sessions, in processes of their own. */
@NullMarked
package org.iotconnector.benchmarks.fleet;

import org.jspecify.annotations.NullMarked;
