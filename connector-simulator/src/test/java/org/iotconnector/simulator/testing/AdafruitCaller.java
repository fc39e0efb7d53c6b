package org.iotconnector.simulator.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** A caller of the simulated Adafruit IO's HTTP side. Apostrophes in JSON stand for quotation marks. */
public final class AdafruitCaller {
    private static final String ACCOUNT = "/api/v2/" + AdafruitBench.USER;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final @Nullable String key;

    /** An answer. */
    public record Answer(HttpResponse<byte[]> response) {
        /** Its status. */
        public int status() {
            return response.statusCode();
        }

        /** Its body as text. */
        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        /** A header, empty if it is missing. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Its body as JSON of any kind. */
        public @Nullable Object json() {
            try {
                return Json.read(response.body());
            } catch (IOException malformed) {
                throw new AssertionError(text(), malformed);
            }
        }

        /** Its body as an object. */
        public Map<String, @Nullable Object> object() {
            return Json.object(json()).orElseThrow(() -> new AssertionError(text()));
        }

        /** Its body as a list of objects. */
        public List<Map<String, @Nullable Object>> list() {
            return ((List<?>) Objects.requireNonNull(json()))
                    .stream().map(entry -> Json.object(entry).orElseThrow()).toList();
        }

        /** The error text of its body. */
        public String error() {
            return String.valueOf(object().get("error"));
        }
    }

    /** Calls with this key; with none when null. */
    public AdafruitCaller(URI base, @Nullable String key) {
        this.base = base;
        this.key = key;
    }

    /** Calls with the key of the vectors' account. */
    public static AdafruitCaller of(AdafruitBench bench) {
        return new AdafruitCaller(bench.platform().httpUri(), AdafruitBench.KEY);
    }

    /** A request to a path from the root, without a key. */
    public HttpRequest.Builder bare(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    /** A request to a path of the account. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = bare(ACCOUNT + path);
        return key == null ? request : request.header("X-AIO-Key", key);
    }

    /** Sends and waits. */
    public Answer send(HttpRequest.Builder request) {
        return new Answer(Client.await(http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())));
    }

    /** GET of a path of the account. */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** DELETE of a path of the account. */
    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** POST of JSON to a path of the account. */
    public Answer post(String path, String json) {
        return json("POST", path, json);
    }

    /** Any method with JSON. */
    public Answer json(String method, String path, String json) {
        return body(method, path, "application/json", json.replace('\'', '"'));
    }

    /** Any method with any body. */
    public Answer body(String method, String path, String type, String body) {
        return send(
                request(path).header("Content-Type", type).method(method, HttpRequest.BodyPublishers.ofString(body)));
    }
}
