package org.iotconnector.core.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A lasting subscription. Closing it unsubscribes what no other handle asks for. Thread-safe. */
public interface SubscriptionHandle extends Registration {
    /**
     * The server's first answer to each filter, in the order asked. It waits while the session is offline; it completes
     * exceptionally with {@link org.iotconnector.core.ConnectionLostException} only when the session or the handle is
     * closed first. A refused filter is retried; {@link SessionPhase#DEAF} shows it.
     */
    CompletableFuture<List<SubscribeResult>> result();
}
