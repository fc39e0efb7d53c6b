package org.iotconnector.simulator.internal.adafruit.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.iotconnector.simulator.internal.http.Multipart;
import org.iotconnector.simulator.internal.http.Request;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** Bodies in the forms that clients send: JSON, a form, a multipart form. */
final class Bodies {
    private Bodies() {}

    /** The body as plain values; an object without members when there is none. */
    static @Nullable Object read(Request request) {
        String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (request.body().length == 0) {
            return Map.of();
        }
        if (type.startsWith("multipart/")) {
            return multipart(request);
        }
        return type.startsWith("application/x-www-form-urlencoded") ? form(request) : json(request);
    }

    private static @Nullable Object json(Request request) {
        try {
            return Json.read(request.body());
        } catch (IOException malformed) {
            throw ApiFailure.malformed("the body is neither JSON nor a form: " + malformed.getMessage());
        }
    }

    private static Map<String, Object> form(Request request) {
        String text = new String(request.body(), StandardCharsets.UTF_8);
        Map<String, Object> fields = new LinkedHashMap<>();
        try {
            new QueryStringDecoder(text, StandardCharsets.UTF_8, false)
                    .parameters()
                    .forEach((name, values) -> put(fields, name, values.get(0)));
        } catch (IllegalArgumentException malformed) {
            throw ApiFailure.malformed("the form is not well-formed");
        }
        return fields;
    }

    private static Map<String, Object> multipart(Request request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        try {
            Multipart.read(request).forEach((name, part) -> put(fields, name, part.text()));
        } catch (IOException malformed) {
            throw ApiFailure.malformed(String.valueOf(malformed.getMessage()));
        }
        return fields;
    }

    /** A name such as {@code feed[name]} is a member of an object. */
    private static void put(Map<String, Object> fields, String name, String value) {
        int bracket = name.indexOf('[');
        if (bracket <= 0 || !name.endsWith("]")) {
            fields.put(name, value);
            return;
        }
        Object outer =
                fields.computeIfAbsent(name.substring(0, bracket), absent -> new LinkedHashMap<String, Object>());
        Json.object(outer).ifPresent(object -> object.put(name.substring(bracket + 1, name.length() - 1), value));
    }
}
