package org.iotconnector.simulator.internal.onenet.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.iotconnector.simulator.internal.http.Response;
import org.jspecify.annotations.Nullable;

/** The JSON around every answer, in the form of one generation of the platform. */
enum Envelope {
    /** The present platform. */
    CURRENT("code", "msg"),
    /** OneNET Studio. */
    STUDIO("errno", "error");

    private final String codeKey;
    private final String textKey;

    Envelope(String codeKey, String textKey) {
        this.codeKey = codeKey;
        this.textKey = textKey;
    }

    /** A success; {@code data} is left out when null. */
    Response success(@Nullable Object data) {
        Map<String, @Nullable Object> body = body(0, "succ");
        if (data != null) {
            body.put("data", data);
        }
        return Response.json(200, body);
    }

    /** A failure. */
    Response failure(int status, int code, String text) {
        return Response.json(status, body(code, text));
    }

    private Map<String, @Nullable Object> body(int code, String text) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put(codeKey, code);
        body.put(textKey, text);
        if (this == CURRENT) {
            body.put("request_id", UUID.randomUUID().toString().replace("-", ""));
        }
        return body;
    }
}
