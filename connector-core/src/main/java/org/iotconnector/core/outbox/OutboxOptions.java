package org.iotconnector.core.outbox;

import java.time.Duration;

/**
 * The limits of an outbox. They cover what waits and what is in flight together.
 *
 * @param maxMessages how many messages it holds: 1 to 10 000 000, default 10 000
 * @param maxBytes how many bytes of topics and payloads it holds: at least 1, default 16 MiB
 * @param maxAge how long a message may wait before it expires; default 24 h, the age up to which platforms take values
 * @param overflow what happens when a limit is reached; default {@link OverflowPolicy#DROP_OLDEST}
 * @param blockLimit how long {@link OverflowPolicy#BLOCK} lets a caller wait; default 10 s
 */
public record OutboxOptions(
        int maxMessages, long maxBytes, Duration maxAge, OverflowPolicy overflow, Duration blockLimit) {

    private static final OutboxOptions STANDARD = new OutboxOptions(
            10_000, 16L * 1024 * 1024, Duration.ofHours(24), OverflowPolicy.DROP_OLDEST, Duration.ofSeconds(10));

    public OutboxOptions {
        if (maxMessages < 1 || maxMessages > 10_000_000) {
            throw new IllegalArgumentException("maxMessages is " + maxMessages + "; use 1 to 10000000.");
        }
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes is " + maxBytes + "; use 1 or more.");
        }
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("maxAge is " + maxAge + "; use a positive duration.");
        }
        if (blockLimit.isNegative()) {
            throw new IllegalArgumentException("blockLimit is " + blockLimit + "; use 0 or more.");
        }
    }

    /** The defaults named above. */
    public static OutboxOptions standard() {
        return STANDARD;
    }

    /** The same limits with another number of messages. */
    public OutboxOptions withMaxMessages(int messages) {
        return new OutboxOptions(messages, maxBytes, maxAge, overflow, blockLimit);
    }

    /** The same limits with another number of bytes. */
    public OutboxOptions withMaxBytes(long bytes) {
        return new OutboxOptions(maxMessages, bytes, maxAge, overflow, blockLimit);
    }

    /** The same limits with another age. */
    public OutboxOptions withMaxAge(Duration age) {
        return new OutboxOptions(maxMessages, maxBytes, age, overflow, blockLimit);
    }

    /** The same limits with another policy. */
    public OutboxOptions withOverflow(OverflowPolicy policy) {
        return new OutboxOptions(maxMessages, maxBytes, maxAge, policy, blockLimit);
    }

    /** The same limits that let callers wait for room. */
    public OutboxOptions blockingFor(Duration limit) {
        return new OutboxOptions(maxMessages, maxBytes, maxAge, OverflowPolicy.BLOCK, limit);
    }
}
