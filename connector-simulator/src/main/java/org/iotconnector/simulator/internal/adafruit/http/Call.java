package org.iotconnector.simulator.internal.adafruit.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.iotconnector.simulator.internal.http.Request;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A request with what its path says.
 *
 * @param request the request
 * @param variables by their names in the path, for example <code>{K}</code>
 */
record Call(Request request, Map<String, String> variables) {
    private static final String KEY = "x-aio-key";

    /** A variable of the path, which the path must have. */
    String variable(String name) {
        return Objects.requireNonNull(variables.get(name), name);
    }

    boolean has(String name) {
        return variables.containsKey(name);
    }

    /** The account's key, from a header or a parameter of this name in any case. */
    Optional<String> key() {
        return request.header(KEY)
                .or(() -> request.query().entrySet().stream()
                        .filter(parameter ->
                                parameter.getKey().toLowerCase(Locale.ROOT).equals(KEY))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    /** The parameters of the query. */
    Fields query() {
        return new Fields(request.query());
    }

    /** What the body says, bare or within an object of this name, and below it the query. */
    Fields fields(String wrapper) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(request.query());
        fields.putAll(object(wrapper));
        return new Fields(fields);
    }

    private Map<String, @Nullable Object> object(String wrapper) {
        Map<String, @Nullable Object> bare = Json.object(Bodies.read(request))
                .orElseThrow(() -> ApiFailure.malformed("the body must be a JSON object or a form"));
        return Json.object(bare.get(wrapper)).orElse(bare);
    }
}
