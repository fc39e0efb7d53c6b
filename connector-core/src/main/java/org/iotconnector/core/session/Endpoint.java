package org.iotconnector.core.session;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a server listens and how to reach it.
 *
 * @param transport TCP or WebSocket, plain or TLS
 * @param host a host name or address; IPv6 without brackets
 * @param port 1 to 65 535
 * @param path the WebSocket path without its leading slash; empty otherwise
 */
public record Endpoint(Transport transport, String host, int port, String path) {
    /** How the bytes travel; {@link #scheme()} is the URI scheme that asks for it. */
    public enum Transport {
        TCP("mqtt", 1883, false, false),
        TLS("mqtts", 8883, true, false),
        WEBSOCKET("ws", 80, false, true),
        WEBSOCKET_TLS("wss", 443, true, true);

        private final String scheme;
        private final int defaultPort;
        private final boolean tls;
        private final boolean webSocket;

        Transport(String scheme, int defaultPort, boolean tls, boolean webSocket) {
            this.scheme = scheme;
            this.defaultPort = defaultPort;
            this.tls = tls;
            this.webSocket = webSocket;
        }

        /** {@code mqtt}, {@code mqtts}, {@code ws} or {@code wss}. */
        public String scheme() {
            return scheme;
        }

        /** Whether TLS protects it. */
        public boolean tls() {
            return tls;
        }

        /** Whether MQTT travels in WebSocket frames. */
        public boolean webSocket() {
            return webSocket;
        }
    }

    public Endpoint {
        if (host.isBlank()) {
            throw new IllegalArgumentException("An endpoint needs a host, such as mqtt://127.0.0.1:1883.");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("Port " + port + " is outside 1 to 65535.");
        }
    }

    /** An endpoint without a path. */
    public static Endpoint of(Transport transport, String host, int port) {
        return new Endpoint(transport, host, port, "");
    }

    /**
     * Reads {@code mqtt://host:port}, {@code mqtts://…}, {@code ws://host:port/path} or {@code wss://…}. Without a port
     * the scheme's own is taken: 1883, 8883, 80, 443.
     *
     * @throws IllegalArgumentException saying what is wrong; credentials in the URI are refused and not repeated
     */
    public static Endpoint parse(String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("This is not an endpoint such as mqtt://127.0.0.1:1883: " + e.getReason()
                    + " at index " + e.getIndex() + ".");
        }
        String host = uri.getHost();
        // A password with characters that an address cannot hold leaves an address without a host, or with a path.
        boolean login = text.indexOf('@') >= 0
                && (host == null || !String.valueOf(uri.getScheme()).startsWith("ws"));
        if (login || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "An endpoint must not hold a user name or password; give them as settings of their own.");
        }
        Transport transport = transportOf(uri);
        if (host == null) {
            throw new IllegalArgumentException("Endpoint [" + text + "] needs a host, such as " + transport.scheme()
                    + "://127.0.0.1:" + transport.defaultPort + ".");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("Endpoint [" + text + "] must not hold a query or a fragment.");
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("^/", "");
        if (!path.isEmpty() && !transport.webSocket()) {
            throw new IllegalArgumentException(
                    "Endpoint [" + text + "] has a path, which only ws:// and wss:// can use; drop \"/" + path + "\".");
        }
        int port = uri.getPort() == -1 ? transport.defaultPort : uri.getPort();
        String plainHost = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new Endpoint(transport, plainHost, port, path);
    }

    private static Transport transportOf(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "mqtt", "tcp" -> Transport.TCP;
            case "mqtts", "ssl", "tls" -> Transport.TLS;
            case "ws" -> Transport.WEBSOCKET;
            case "wss" -> Transport.WEBSOCKET_TLS;
            default ->
                throw new IllegalArgumentException(
                        "Endpoint [" + uri + "] must start with mqtt://, mqtts://, ws://" + " or wss://.");
        };
    }

    /** Whether TLS protects the connection. */
    public boolean tls() {
        return transport.tls();
    }

    /** The URI form that {@link #parse} reads. */
    @Override
    public String toString() {
        String shownHost = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return transport.scheme() + "://" + shownHost + ":" + port + (path.isEmpty() ? "" : "/" + path);
    }
}
