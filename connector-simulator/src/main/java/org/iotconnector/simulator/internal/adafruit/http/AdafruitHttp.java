package org.iotconnector.simulator.internal.adafruit.http;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.internal.http.HttpService;
import org.iotconnector.simulator.internal.http.Request;
import org.iotconnector.simulator.internal.http.Response;
import org.jspecify.annotations.Nullable;

/** Answers requests of the REST API. Adafruit IO API docs, "HTTP API", read 2026-11. */
final class AdafruitHttp implements HttpService {
    private static final String NO_ROUTE = "not found - that is an invalid URL, please check the API documentation at "
            + "https://io.adafruit.com/api/docs to make sure your URL is correct";

    @Override
    public CompletableFuture<Response> answer(Request request) {
        return CompletableFuture.completedFuture(failure(request.path(), 404, NO_ROUTE));
    }

    @Override
    public Response failure(String path, int status, String reason) {
        return Response.json(status, Map.of("error", reason));
    }

    @Override
    public @Nullable String device(Request request) {
        return null;
    }
}
