/** What a durable outbox costs: the store beside others, and the whole of it. Runnable: {@link OutboxRun}. */
@NullMarked
package org.iotconnector.benchmarks.outbox;

import org.jspecify.annotations.NullMarked;
