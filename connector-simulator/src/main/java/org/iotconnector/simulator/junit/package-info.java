/**
 * Starts and stops a simulator around JUnit tests. Needs {@code junit-jupiter-api} on the class path, which the module leaves
 * optional.
 */
@NullMarked
package org.iotconnector.simulator.junit;

import org.jspecify.annotations.NullMarked;
