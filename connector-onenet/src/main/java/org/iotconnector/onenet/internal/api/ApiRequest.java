package org.iotconnector.onenet.internal.api;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.http.HttpBody;
import org.iotconnector.core.http.HttpMethod;
import org.iotconnector.core.http.HttpRequest;
import org.iotconnector.core.thing.Values;

/**
 * One request, without the token.
 *
 * @param path below the base address, with a slash in front
 * @param query in the order to be sent
 */
public record ApiRequest(
        HttpMethod method, String path, Map<String, String> query, Optional<HttpBody> body, Duration timeout) {

    public static ApiRequest get(String path, Map<String, String> query) {
        return new ApiRequest(HttpMethod.GET, path, query, Optional.empty(), HttpRequest.DEFAULT_TIMEOUT);
    }

    public static ApiRequest post(String path, Values body) {
        return new ApiRequest(
                HttpMethod.POST, path, Map.of(), Optional.of(HttpBody.json(body)), HttpRequest.DEFAULT_TIMEOUT);
    }
}
