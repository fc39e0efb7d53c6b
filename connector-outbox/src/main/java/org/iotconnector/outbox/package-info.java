/** The store of durable outboxes: messages that are not sent yet, in a SQLite file. */
@NullMarked
package org.iotconnector.outbox;

import org.jspecify.annotations.NullMarked;
