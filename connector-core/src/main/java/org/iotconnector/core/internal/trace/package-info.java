/** The session trace: one redacted line for each packet, state change and timer, in files of bounded size. */
@NullMarked
package org.iotconnector.core.internal.trace;

import org.jspecify.annotations.NullMarked;
