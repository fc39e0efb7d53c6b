package org.iotconnector.simulator.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.Simulator;
import org.jspecify.annotations.Nullable;

/** A caller of the simulated OneNET's HTTP side. Apostrophes in JSON stand for quotation marks. */
public final class OneNetCaller {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final @Nullable String token;

    /** Calls with this token in the Authorization header; with none when null. */
    public OneNetCaller(Simulator simulator, @Nullable String token) {
        this.base = simulator.onenet().httpUri();
        this.token = token;
    }

    /** A request to a path, to be completed. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path));
        return token == null ? builder : builder.header("Authorization", token);
    }

    /** Sends and waits. */
    public HttpResponse<byte[]> send(HttpRequest.Builder request) {
        return Client.await(sending(request));
    }

    /** Sends. */
    public CompletableFuture<HttpResponse<byte[]>> sending(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Sends GET and returns the JSON. */
    public Map<String, @Nullable Object> get(String path) {
        return json(send(request(path).GET()));
    }

    /** Sends POST and returns the JSON. */
    public Map<String, @Nullable Object> post(String path, String json) {
        return json(send(posting(path, json)));
    }

    /** A POST, to be sent. */
    public HttpRequest.Builder posting(String path, String json) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"')));
    }

    /** The JSON of an answer. */
    public static Map<String, @Nullable Object> json(HttpResponse<byte[]> response) {
        return Lamp.json(new String(response.body(), StandardCharsets.UTF_8));
    }
}
