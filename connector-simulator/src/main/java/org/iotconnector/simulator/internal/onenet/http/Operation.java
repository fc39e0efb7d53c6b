package org.iotconnector.simulator.internal.onenet.http;

import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.internal.http.Request;
import org.jspecify.annotations.Nullable;

/** One operation of the application API. */
@FunctionalInterface
interface Operation {

    /**
     * Does it.
     *
     * @return {@code data} of the answer, null for none; may fail with an {@link ApiFailure}
     * @throws ApiFailure if it cannot be done
     */
    CompletableFuture<@Nullable Object> run(Request request);
}
