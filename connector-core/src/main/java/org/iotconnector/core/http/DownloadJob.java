package org.iotconnector.core.http;

import java.util.concurrent.CompletableFuture;

/** A download that was started. Only this toolkit implements it. Thread-safe. */
public interface DownloadJob {
    /**
     * Completes on a handler thread once the file is there, or no attempt is left, and the part file is closed.
     *
     * @return fails with {@link org.iotconnector.core.HttpException};
     *     {@link org.iotconnector.core.PlatformRejectedException} with the status if the server refuses; what
     *     {@link Download.Builder#check} or the request's maker threw;
     *     {@link java.util.concurrent.CancellationException}. Cancelling this future only stops the waiting for it
     */
    CompletableFuture<Downloaded> result();

    /** How far it is. */
    DownloadProgress progress();

    /** Ends it soon; the part file stays and a later download goes on from there. Idempotent. */
    void cancel();
}
