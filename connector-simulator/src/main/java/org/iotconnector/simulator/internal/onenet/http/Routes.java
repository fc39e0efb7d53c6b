package org.iotconnector.simulator.internal.onenet.http;

import java.util.HashMap;
import java.util.Map;
import org.iotconnector.simulator.internal.http.Request;

/** The operations of the application API by path. Each has exactly one method. */
final class Routes {
    private record Route(String method, Operation operation) {}

    private final Map<String, Route> routes = new HashMap<>();

    void get(String path, Operation operation) {
        routes.put(path, new Route("GET", operation));
    }

    void post(String path, Operation operation) {
        routes.put(path, new Route("POST", operation));
    }

    /** Finds the operation, or says what is wrong with path or method. */
    Operation find(Request request) {
        Route route = routes.get(request.path());
        if (route == null) {
            throw new ApiFailure(404, ApiCode.NOT_FOUND, "there is nothing at [" + request.path() + "]");
        }
        if (!route.method().equals(request.method())) {
            throw new ApiFailure(
                    405,
                    ApiCode.METHOD,
                    "method " + request.method() + " is not offered at [" + request.path() + "], use "
                            + route.method());
        }
        return route.operation();
    }
}
