/** The device over its session: checks, encodes, correlates replies, calls handlers. Free to change. */
@NullMarked
package org.iotconnector.core.internal.device;

import org.jspecify.annotations.NullMarked;
