/** Tests of the fault scripts, and of sessions by fault scripts. */
@NullMarked
package org.iotconnector.tck.script;

import org.jspecify.annotations.NullMarked;
