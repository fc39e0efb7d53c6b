package org.iotconnector.onenet;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.onenet.OneNetServers.Server;

/** Which servers a configuration may name: those that would never answer are told apart before anybody waits. */
final class OneNetServerRules {
    private OneNetServerRules() {}

    /** What is wrong with {@code endpoint} for a product of {@code generation}, and where to connect instead. */
    static Optional<String> problem(Endpoint endpoint, Generation generation) {
        if (endpoint.transport().webSocket()) {
            return Optional.of("OneNET has no MQTT over WebSocket; use mqtts:// or mqtt://, such as "
                    + generation.tlsServer() + ".");
        }
        if (OneNetServers.isFirstGeneration(endpoint)) {
            return Optional.of(endpoint.host() + ":" + endpoint.port() + " is the first generation's (multi-protocol"
                    + " MQTT), which knows no tokens; for a product of today use " + generation.tlsServer()
                    + ", for one of that generation platform: onenetlegacy.");
        }
        if (OneNetServers.isHttpOnly(endpoint.host())) {
            return Optional.of(endpoint.host() + " answers HTTP and no MQTT; devices connect to "
                    + generation.tlsServer() + ". For the application API there is apiEndpoint.");
        }
        return OneNetServers.find(endpoint.host()).flatMap(server -> mismatch(server, endpoint, generation));
    }

    private static Optional<String> mismatch(Server server, Endpoint endpoint, Generation generation) {
        if (server.generation() != generation) {
            String other = server.generation().name().toLowerCase(Locale.ROOT);
            Endpoint instead = server.endpoint().tls() ? generation.tlsServer() : generation.plainServer();
            return Optional.of(endpoint.host() + " belongs to generation " + other + "; use " + instead
                    + ", or set generation: " + other + ".");
        }
        boolean fits =
                server.endpoint().tls() == endpoint.tls() && server.endpoint().port() == endpoint.port();
        return fits
                ? Optional.empty()
                : Optional.of(endpoint.host() + " speaks " + (server.endpoint().tls() ? "TLS" : "plain MQTT")
                        + " on port " + server.endpoint().port() + " and nothing else; use " + generation.tlsServer()
                        + " with TLS or " + generation.plainServer() + " without.");
    }

    /**
     * Reads the address of the application API.
     *
     * @throws IllegalArgumentException if it is no URI
     */
    static URI parseApi(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException(
                    "it is no web address: " + wrong.getReason() + " at index " + wrong.getIndex());
        }
    }

    /** What is wrong with the address of the application API, which is http or https, a host, perhaps port and path. */
    static Optional<String> apiProblem(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("https") || scheme.equals("http")) || uri.getHost() == null) {
            return Optional.of("must be https:// or http:// and a host, such as " + Generation.CURRENT.api());
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            return Optional.of("must hold neither a user name nor a query nor a fragment");
        }
        if (OneNetServers.find(uri.getHost()).isPresent()) {
            return Optional.of("must not be " + uri.getHost() + ", which speaks MQTT; the API answers at "
                    + Generation.CURRENT.api() + " (OneNET Studio: " + Generation.STUDIO.api() + ")");
        }
        return Optional.empty();
    }
}
