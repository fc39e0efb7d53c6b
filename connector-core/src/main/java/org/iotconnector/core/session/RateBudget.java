package org.iotconnector.core.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * What an account may still send now: one count for all devices of a connector that share a platform's limit, and for the
 * HTTP calls that the platform counts along with them. Thread-safe.
 */
public interface RateBudget {
    /** A budget without limit. */
    RateBudget UNLIMITED = new RateBudget() {
        @Override
        public CompletableFuture<Void> take(int permits) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void pause(Duration length) {}
    };

    /**
     * Takes permits as soon as the platform's limits have room for them.
     *
     * @param permits 0 or more; more than a limit has at all count as all of it
     * @return completes when they are taken, and fails with {@link IllegalStateException} if the connector is closed before;
     *     cancelling it gives up waiting
     */
    CompletableFuture<Void> take(int permits);

    /** Lets nothing leave for so long, since the platform said so; a longer pause that lasts already stays. */
    void pause(Duration length);
}
