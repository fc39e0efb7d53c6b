/**
 * The bounded send queue as a user sees it: its limits, what happens when they are reached, and the ledger that accounts
 * for every message ever accepted.
 */
@NullMarked
package org.iotconnector.core.outbox;

import org.jspecify.annotations.NullMarked;
