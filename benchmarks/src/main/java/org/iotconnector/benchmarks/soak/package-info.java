/**
 * The soak: a session under cuts, half-closes, black holes and a broker that is killed, and the count of what became of its
 * messages.
 */
@NullMarked
package org.iotconnector.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
