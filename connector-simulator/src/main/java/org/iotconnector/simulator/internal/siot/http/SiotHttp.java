package org.iotconnector.simulator.internal.siot.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.iotconnector.simulator.internal.http.HttpService;
import org.iotconnector.simulator.internal.http.Request;
import org.iotconnector.simulator.internal.http.Response;
import org.iotconnector.simulator.internal.siot.store.Desk;
import org.iotconnector.simulator.internal.siot.store.Logins;
import org.iotconnector.simulator.internal.siot.store.SiotStore;
import org.iotconnector.simulator.siot.SiotGeneration;
import org.iotconnector.simulator.siot.SiotRule;
import org.iotconnector.simulator.siot.SiotSettings;
import org.jspecify.annotations.Nullable;

/**
 * The paths of V1: GET with everything in the query, the login too, and answers with {@code code}, {@code msg} and {@code data}. SIoT
 * manual, "Web API", read 2026-11.
 */
public final class SiotHttp implements HttpService {
    private static final int DONE = 1;
    private static final int FAILED = 0;
    private static final int LARGEST_PAGE_OF_V1 = 10_000;
    private static final int LARGEST_PAGE_OF_V2 = 200;

    private final Map<String, Function<Parameters, @Nullable Object>> calls = new LinkedHashMap<>();
    private final Logins logins;

    /** Answers from this store. */
    public SiotHttp(SiotSettings settings, SiotStore store, Desk desk, Logins logins) {
        this.logins = logins;
        boolean v1 = settings.generation() == SiotGeneration.V1;
        if (!v1 && !settings.has(SiotRule.HTTP_OF_V1)) {
            return;
        }
        MessageCalls messages = new MessageCalls(
                store, desk, new LocalTimes(settings.zone()), v1 ? LARGEST_PAGE_OF_V1 : LARGEST_PAGE_OF_V2);
        ProjectCalls projects = new ProjectCalls(store);
        command("/checkLogin", parameters -> {});
        command("/publish", messages::publish);
        calls.put("/lastmessage", messages::last);
        calls.put("/messages", messages::page);
        calls.put("/clearmsg", messages::clear);
        calls.put("/projects", projects::projects);
        command("/updateprj", projects::updateProject);
        command("/deleteprj", projects::deleteProject);
        calls.put("/devices", projects::devices);
        command("/updatedev", projects::updateDevice);
        command("/deldev", projects::deleteDevice);
    }

    private void command(String path, Consumer<Parameters> action) {
        calls.put(path, parameters -> {
            action.accept(parameters);
            return null;
        });
    }

    @Override
    public CompletableFuture<Response> answer(Request request) {
        return CompletableFuture.completedFuture(respond(request).with("Access-Control-Allow-Origin", "*"));
    }

    private Response respond(Request request) {
        Function<Parameters, @Nullable Object> call = calls.get(request.path());
        if (call == null) {
            return failure(request.path(), 404, "there is no such path");
        }
        if (!request.method().equals("GET")) {
            return failure(request.path(), 405, "use GET");
        }
        Parameters parameters = new Parameters(request.query());
        String name = parameters.text("iname").orElse(null);
        String password = parameters.text("ipwd").orElse(null);
        if (!logins.fits(name, password)) {
            return failure(request.path(), 200, "user name or password is wrong");
        }
        try {
            return Response.json(200, body(DONE, message(request.path()), call.apply(parameters)));
        } catch (RefusedException refused) {
            return failure(request.path(), 200, String.valueOf(refused.getMessage()));
        }
    }

    private static String message(String path) {
        return path.equals("/publish") ? "sent" : "ok";
    }

    @Override
    public Response failure(String path, int status, String reason) {
        return Response.json(status, body(FAILED, reason, null));
    }

    private static Map<String, Object> body(int code, String message, @Nullable Object data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("msg", message);
        if (data != null) {
            body.put("data", data);
        }
        return body;
    }

    @Override
    public @Nullable String device(Request request) {
        return request.query().get("topic");
    }
}
