/** The file and its folder; closed to other modules. */
@NullMarked
package org.iotconnector.outbox.internal;

import org.jspecify.annotations.NullMarked;
