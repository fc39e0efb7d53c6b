package org.iotconnector.onenet;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.session.Endpoint;

/** The platform's servers, by names and by addresses that devices without DNS use. OneNET, "MQTT access", read 2026-11. */
final class OneNetServers {
    private static final List<Server> ALL = List.of(
            new Server(
                    Generation.CURRENT,
                    Generation.CURRENT.tlsServer(),
                    Set.of("183.230.40.16", "2409:8060:8ea:601::13:7dc8")),
            new Server(
                    Generation.CURRENT,
                    Generation.CURRENT.plainServer(),
                    Set.of("183.230.40.96", "2409:8060:8ea:601::13:7c64")),
            new Server(Generation.STUDIO, Generation.STUDIO.tlsServer(), Set.of("183.230.102.116")),
            new Server(Generation.STUDIO, Generation.STUDIO.plainServer(), Set.of("218.201.45.7")));

    /** The multi-protocol servers of 2014 to 2022. */
    private static final Set<String> FIRST_GENERATION = Set.of("mqtt.heclouds.com", "183.230.40.39");

    private static final int FIRST_GENERATION_PORT = 6002;

    /** Hosts that answer HTTP and nothing else. */
    private static final Set<String> HTTP_ONLY = Set.of(
            "iot-api.heclouds.com",
            "openapi.heclouds.com",
            "api.heclouds.com",
            "ota.heclouds.com",
            "studio-ota.heclouds.com",
            "studio-file.heclouds.com",
            "open.iot.10086.cn");

    private static final URI STUDIO_OTA = URI.create("http://studio-ota.heclouds.com/ota");
    private static final URI STUDIO_FILES = URI.create("http://studio-file.heclouds.com/studio");

    private OneNetServers() {}

    /**
     * One MQTT server.
     *
     * @param endpoint where it is reached
     * @param addresses what its name stood for when the documents were read
     */
    record Server(Generation generation, Endpoint endpoint, Set<String> addresses) {
        Server {
            addresses = Set.copyOf(addresses);
        }

        private boolean answersTo(String host) {
            return endpoint.host().equals(host) || addresses.contains(host);
        }
    }

    /** The platform's own server at {@code host}; empty for any other host. */
    static Optional<Server> find(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(server -> server.answersTo(name)).findFirst();
    }

    static boolean isFirstGeneration(Endpoint endpoint) {
        String host = endpoint.host().toLowerCase(Locale.ROOT);
        return FIRST_GENERATION.contains(host)
                || (endpoint.port() == FIRST_GENERATION_PORT
                        && (host.endsWith(".heclouds.com") || find(host).isPresent()));
    }

    static boolean isHttpOnly(String host) {
        return HTTP_ONLY.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Where upgrades are: on the API's host, or for OneNET Studio on a host of their own. */
    static URI ota(OneNetConfig config) {
        OneNetConfig connecting = config.connecting();
        if (connecting.generation() == Generation.CURRENT) {
            return below(connecting.apiEndpoint(), "/fuse-ota");
        }
        return ownApi(connecting) ? STUDIO_OTA : below(connecting.apiEndpoint(), "/ota");
    }

    /** Where files and remote configuration are, as OneNET Studio documents them. */
    static URI files(OneNetConfig config) {
        OneNetConfig connecting = config.connecting();
        return ownApi(connecting) ? STUDIO_FILES : below(connecting.apiEndpoint(), "/studio");
    }

    private static boolean ownApi(OneNetConfig config) {
        return config.apiEndpoint().equals(config.generation().api());
    }

    private static URI below(URI api, String path) {
        String address = api.toString();
        return URI.create((address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + path);
    }
}
