package org.iotconnector.simulator.testing;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A plain HTTP/1.1 caller of one address. */
public final class HttpCaller {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    /** Calls below this address. */
    public HttpCaller(URI base) {
        this.base = base;
    }

    /** Sends GET with parameters. */
    public HttpResponse<String> get(String path, Map<String, String> parameters) {
        String query = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(base.resolve(path + "?" + query)));
    }

    /** Sends POST; apostrophes stand for quotation marks. */
    public HttpResponse<String> post(String path, @Nullable String token, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"')));
        return send(token == null ? request : request.header("Authorization", token));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return Client.await(http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()));
    }
}
