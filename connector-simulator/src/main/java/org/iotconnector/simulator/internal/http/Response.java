package org.iotconnector.simulator.internal.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** An answer. Immutable, apart from its body array, which is shared and must not be changed. */
public final class Response {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Response(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** Bytes of some content type. */
    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, Map.of("Content-Type", contentType), body);
    }

    /** A plain value as JSON. */
    public static Response json(int status, @Nullable Object value) {
        return of(status, "application/json;charset=UTF-8", Json.write(value));
    }

    /** The same answer with one more header. */
    public Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, Collections.unmodifiableMap(more), body);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
