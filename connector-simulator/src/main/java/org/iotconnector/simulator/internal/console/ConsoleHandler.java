package org.iotconnector.simulator.internal.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP to and from the control API. Answers pages of this machine only: any web site could otherwise talk to it. */
final class ConsoleHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleHandler.class);
    private static final int MAX_BODY_BYTES = 1024 * 1024;
    private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String PAGE = "/org/iotconnector/simulator/console.html";
    private static final String JSON_TYPE = "application/json; charset=utf-8";

    private final ControlApi api;

    ConsoleHandler(ControlApi api) {
        this.api = api;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                requireLocal(exchange);
                route(exchange);
            } catch (HttpFailure failure) {
                send(
                        exchange,
                        failure.status(),
                        JSON_TYPE,
                        Json.write(Map.of("error", String.valueOf(failure.getMessage()))));
            } catch (RuntimeException bug) {
                LOG.error("The control API failed; this is a bug in connector-simulator", bug);
                send(exchange, 500, JSON_TYPE, Json.write(Map.of("error", "Internal error; see the log.")));
            }
        }
    }

    private void route(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        boolean get = method.equals("GET");
        if (!get && !method.equals("POST")) {
            throw new HttpFailure(405, "Method [" + method + "] is not offered; use GET or POST.");
        }
        if (path.equals("/")) {
            page(exchange, get);
            return;
        }
        String[] parts = path.split("/", -1);
        if (parts.length != 4 || !parts[1].equals("control")) {
            throw new HttpFailure(
                    404, "There is nothing at [" + path + "]; the API is /control/<platform>/<operation>.");
        }
        Object result = get
                ? api.get(parts[2], parts[3], query(exchange.getRequestURI()))
                : api.post(parts[2], parts[3], body(exchange));
        send(exchange, 200, JSON_TYPE, Json.write(result));
    }

    /** A foreign Host header means a name of the Internet that points here; a foreign Origin means another site's page. */
    private static void requireLocal(HttpExchange exchange) {
        String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        if (!LOCAL_HOSTS.contains(host.replaceFirst(":[0-9]+$", ""))) {
            throw new HttpFailure(403, "Host [" + host + "] is not local; call localhost or 127.0.0.1.");
        }
        List<String> origins = exchange.getRequestHeaders().getOrDefault("Origin", List.of());
        if (!origins.isEmpty() && !origins.equals(List.of("http://" + host))) {
            throw new HttpFailure(403, "Requests from pages of other origins are refused.");
        }
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        String raw = uri.getRawQuery();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                }
            }
        }
        return query;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new HttpFailure(400, "The query is not well-formed: " + malformed.getMessage());
        }
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            throw new HttpFailure(413, "The body is larger than " + MAX_BODY_BYTES + " bytes.");
        }
        return body;
    }

    private static void page(HttpExchange exchange, boolean get) throws IOException {
        if (!get) {
            throw new HttpFailure(405, "Use GET for the page.");
        }
        try (InputStream page = ConsoleHandler.class.getResourceAsStream(PAGE)) {
            byte @Nullable [] html = page == null ? null : page.readAllBytes();
            if (html == null) {
                throw new IllegalStateException(PAGE + " is missing");
            }
            send(exchange, 200, "text/html; charset=utf-8", html);
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", "default-src 'self' 'unsafe-inline'; frame-ancestors 'none'");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
