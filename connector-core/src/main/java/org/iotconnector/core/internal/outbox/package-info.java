/** The bounded send queue, its ledger and the pacing of what leaves it. Free to change; no other module imports it. */
@NullMarked
package org.iotconnector.core.internal.outbox;

import org.jspecify.annotations.NullMarked;
