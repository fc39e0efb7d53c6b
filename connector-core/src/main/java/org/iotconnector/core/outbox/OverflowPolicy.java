package org.iotconnector.core.outbox;

/** What happens to a message that is offered while the outbox is full. */
public enum OverflowPolicy {
    /** The oldest waiting messages are evicted to make room; the default. */
    DROP_OLDEST,
    /** The new message is refused. */
    DROP_NEWEST,
    /**
     * A property report replaces waiting reports of the same device whose properties it all holds, even before the
     * outbox is full; past the limit the oldest are evicted. For values of which only the newest matters.
     */
    KEEP_LAST,
    /**
     * The caller waits for room, at most {@link OutboxOptions#blockLimit()}; after that the message is refused,
     * as it is when the thread is interrupted, whose flag stays set. A
     * handler never waits, since that could stop the very thing it waits for: its message is refused at once.
     */
    BLOCK
}
