package org.iotconnector.adafruit.rest;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.iotconnector.adafruit.internal.rest.RestClient;
import org.iotconnector.adafruit.internal.rest.RestPath;
import org.iotconnector.adafruit.internal.rest.RestRequest;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.http.HttpMethod;
import org.iotconnector.core.thing.Values;

/** A collection of records of one kind: what can be done with all such collections. */
final class Records<T> {
    private final RestClient client;
    private final String path;
    private final Function<Values, T> read;

    /**
     * Those at a path.
     *
     * @param path with a slash in front, encoded
     * @param read makes the record of its members
     */
    Records(RestClient client, String path, Function<Values, T> read) {
        this.client = client;
        this.path = path;
        this.read = read;
    }

    ApiCall<List<T>> list() {
        return list(Map.of());
    }

    ApiCall<List<T>> list(Map<String, String> parameters) {
        RestRequest.Builder builder = RestRequest.get(path);
        parameters.forEach(builder::query);
        RestRequest request = builder.build();
        return ApiCall.of(() -> client.send(
                request, received -> received.objects().stream().map(read).toList()));
    }

    ApiCall<T> get(String id) {
        return one(RestRequest.get(at(id)).build());
    }

    ApiCall<T> create(Values body) {
        return one(RestRequest.of(HttpMethod.POST, path).json(body).build());
    }

    /**
     * Changes a record.
     *
     * @param method PUT or PATCH, as this kind has it
     * @param renames whether the record is found under another key afterwards
     */
    ApiCall<T> update(HttpMethod method, String id, Values body, boolean renames) {
        return one(
                RestRequest.of(method, at(id)).json(body).repeatable(!renames).build());
    }

    ApiCall<RestAnswer> delete(String id) {
        RestRequest request = RestRequest.of(HttpMethod.DELETE, at(id)).build();
        return ApiCall.of(() -> client.send(request, RestAnswer::read));
    }

    /** A request whose answer is one of these records. */
    ApiCall<T> one(RestRequest request) {
        return ApiCall.of(() -> client.send(request, received -> read.apply(received.object())));
    }

    String at(String id) {
        return path + RestPath.of(id);
    }
}
