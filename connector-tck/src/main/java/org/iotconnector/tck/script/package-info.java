/**
 * Fault scripts: a small language that says how network and server misbehave, run against a real session in virtual
 * time. {@link org.iotconnector.tck.script.FaultScript} reads, prints and runs them; {@code docs/fault-scripts.md}
 * lists the statements.
 */
@NullMarked
package org.iotconnector.tck.script;

import org.jspecify.annotations.NullMarked;
