package org.iotconnector.simulator.internal.onenet.legacy;

import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.internal.http.HttpService;
import org.iotconnector.simulator.internal.http.Request;
import org.iotconnector.simulator.internal.http.Response;
import org.jspecify.annotations.Nullable;

/** The HTTP side, of which registration is all there is. */
final class RegisterService implements HttpService {
    private static final String PATH = "/register_de";
    private static final int INTERNAL = 1;
    private static final int NOT_FOUND = 8;

    private final Registration registration;

    RegisterService(LegacyRegistry registry) {
        this.registration = new Registration(registry);
    }

    @Override
    public CompletableFuture<Response> answer(Request request) {
        return CompletableFuture.completedFuture(respond(request));
    }

    private Response respond(Request request) {
        if (!request.path().equals(PATH)) {
            return Response.json(404, Registration.verdict(NOT_FOUND, "not found: " + request.path()));
        }
        if (!request.method().equals("POST")) {
            return Response.json(405, Registration.verdict(NOT_FOUND, "method not allowed: " + request.method()));
        }
        String code = request.query().getOrDefault("register_code", "");
        return Response.json(200, registration.answer(code, request.body()));
    }

    @Override
    public Response failure(String path, int status, String reason) {
        return Response.json(status, Registration.verdict(INTERNAL, reason));
    }

    /** Who registers has no number yet. */
    @Override
    public @Nullable String device(Request request) {
        return null;
    }
}
