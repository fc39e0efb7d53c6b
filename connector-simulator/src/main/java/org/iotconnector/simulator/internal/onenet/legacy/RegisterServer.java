package org.iotconnector.simulator.internal.onenet.legacy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.jspecify.annotations.Nullable;

/** The port where devices register. */
final class RegisterServer {
    private static final String PATH = "/register_de";
    private static final String CODE = "register_code=";
    private static final int MAX_BODY = 64 * 1024;

    private final InetAddress address;
    private final Function<Registration.Request, byte[]> platform;
    private int port;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService executor;

    /** Listens at {@code port} once opened, 0 for a free one; {@code platform} gives the answer's body. */
    RegisterServer(InetAddress address, int port, Function<Registration.Request, byte[]> platform) {
        this.address = address;
        this.port = port;
        this.platform = platform;
    }

    synchronized void open() {
        if (server != null) {
            return;
        }
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(address, port), 0);
            executor = Executors.newSingleThreadExecutor(new DefaultThreadFactory("simulator-register", true));
            opened.setExecutor(executor);
            opened.createContext("/", this::handle);
            opened.start();
            // Kept, so that it comes back on the same port.
            port = opened.getAddress().getPort();
            server = opened;
        } catch (IOException taken) {
            throw new SimulatorConfigurationException(
                    "Cannot open the HTTP side of onenetLegacy on port [" + port + "]: " + taken.getMessage()
                            + ". Stop what uses the port, or configure another; 0 takes a free one.",
                    taken);
        }
    }

    synchronized void close() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }

    synchronized URI uri() {
        String host = address.getHostAddress();
        return URI.create("http://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readNBytes(MAX_BODY), StandardCharsets.UTF_8);
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                exchange.sendResponseHeaders(404, -1);
            } else if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, -1);
            } else {
                byte[] answer = platform.apply(new Registration.Request(code(exchange.getRequestURI()), body));
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        }
    }

    private static String code(URI uri) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String parameter : query.split("&", -1)) {
            if (parameter.startsWith(CODE)) {
                return URLDecoder.decode(parameter.substring(CODE.length()), StandardCharsets.UTF_8);
            }
        }
        return "";
    }
}
