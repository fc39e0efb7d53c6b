/** The session against servers of a few bytes: how each way to fail is named. */
@NullMarked
package org.iotconnector.tck.wire;

import org.jspecify.annotations.NullMarked;
