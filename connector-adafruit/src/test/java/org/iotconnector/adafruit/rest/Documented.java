package org.iotconnector.adafruit.rest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.jspecify.annotations.Nullable;

/** The platform's documented and observed requests, each with its answer. */
record Documented(String name, Values request, Values response, OptionalInt cost) {
    static Values file() {
        try (InputStream file = Documented.class.getResourceAsStream("/adafruit-vectors.json")) {
            if (file == null) {
                throw new IllegalStateException("adafruit-vectors.json is missing among the test resources.");
            }
            return Json.readLenient(file.readAllBytes(), 1 << 20).asStruct();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Documented> all() {
        return file().list("rest").stream().map(Value::asStruct).map(Documented::read);
    }

    static Documented named(String name) {
        return all().filter(it -> it.name.equals(name)).findFirst().orElseThrow();
    }

    private static Documented read(Values values) {
        return new Documented(
                values.text("name"),
                values.struct("request"),
                values.struct("response"),
                values.has("rate_cost") ? OptionalInt.of(values.integer("rate_cost")) : OptionalInt.empty());
    }

    String method() {
        return request.text("method");
    }

    /** Below the base address. */
    String path() {
        return URI.create(request.text("path")).getRawPath().substring("/api/v2".length());
    }

    Map<String, String> query() {
        return query(URI.create(request.text("path")).getRawQuery());
    }

    static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw != null) {
            for (String pair : List.of(raw.split("&"))) {
                String[] sides = pair.split("=", 2);
                query.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    Optional<String> requestHeader(String header) {
        return request.struct("headers").find(header).map(Value::asText);
    }

    /** A text for forms and plain text, else JSON. */
    Optional<Value> requestBody() {
        return request.find("body");
    }

    int status() {
        return response.integer("status");
    }

    Map<String, String> responseHeaders() {
        Map<String, String> headers = new LinkedHashMap<>();
        response.find("headers")
                .map(Value::asStruct)
                .orElse(Values.empty())
                .forEach((key, value) -> headers.put(key, value.asText()));
        return headers;
    }

    Optional<Value> responseBody() {
        return response.find("body");
    }

    /** As it comes over the line: plain where the answer's type is text. */
    String responseText() {
        boolean plain = responseHeaders().getOrDefault("Content-Type", "").startsWith("text/");
        return responseBody()
                .map(body -> plain ? body.asText() : Json.toText(body))
                .orElse("");
    }

    String error() {
        return responseBody()
                .map(body ->
                        body instanceof Value.Struct struct ? struct.value().text("error") : body.asText())
                .orElse("");
    }

    @Override
    public String toString() {
        return name;
    }
}
