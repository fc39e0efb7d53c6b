package org.iotconnector.simulator.internal.http;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a platform does with requests. All methods are called on the loop thread and must not block. */
public interface HttpService {

    /** Answers a request. The future may complete on any thread; when it fails, the caller gets {@link #failure} with 500. */
    CompletableFuture<Response> answer(Request request);

    /** The platform's form of an answer to a request that never came to {@link #answer}, or failed there. */
    Response failure(String path, int status, String reason);

    /** Which device a request is about, unverified, so that faults find it; null if it cannot be told. */
    @Nullable
    String device(Request request);
}
