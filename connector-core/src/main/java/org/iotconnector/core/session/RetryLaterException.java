package org.iotconnector.core.session;

import java.time.Duration;

/**
 * A handler throws it when it cannot deal with a message now and will be able to later: a full disk, a database that is
 * away. The message is not acknowledged; the same handler gets it again after {@link #delay()}, and meanwhile nothing
 * else of its subscription. If the session ends first, a server that keeps the session delivers it again. Do not throw it
 * for a message that will never fit: everything behind it would wait for ever.
 */
public final class RetryLaterException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Duration delay;

    /**
     * Makes one.
     *
     * @param delay when to try again, 1 ms or more; shorter ones count as that
     * @param message why not now, for the log
     * @param cause what stood in the way
     */
    public RetryLaterException(Duration delay, String message, Throwable cause) {
        super(message, cause);
        this.delay = delay.toMillis() < 1 ? Duration.ofMillis(1) : delay;
    }

    /** When to try again. */
    public Duration delay() {
        return delay;
    }
}
