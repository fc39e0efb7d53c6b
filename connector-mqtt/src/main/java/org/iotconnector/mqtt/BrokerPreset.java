package org.iotconnector.mqtt;

import static org.iotconnector.core.session.Endpoint.Transport.TCP;
import static org.iotconnector.core.session.Endpoint.Transport.TLS;
import static org.iotconnector.core.session.Endpoint.Transport.WEBSOCKET;
import static org.iotconnector.core.session.Endpoint.Transport.WEBSOCKET_TLS;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Endpoint.Transport;

/**
 * A broker that many use, as data. Hosts and ports are those that the operators' pages and test reports gave in November
 * 2026; none could be tried.
 *
 * @param id the name in settings, such as {@code emqx}
 * @param title the name for people
 * @param endpoints where it listens, by transport; empty for one that has no address of its own
 * @param isPublic whether anybody may read and write everything on it
 * @param ownCertificateAuthority whether its TLS certificate was issued by an authority of its own, which Java does not know
 * @param publishRate how many messages a second were seen to pass for one client; 0 if nothing is known
 * @param maxPayload the largest message in bytes; 0 if nothing is known
 * @param ended why it cannot be used any more; empty while it can
 * @param note what else to know; may be empty
 */
public record BrokerPreset(
        String id,
        String title,
        Map<Transport, Endpoint> endpoints,
        boolean isPublic,
        boolean ownCertificateAuthority,
        int publishRate,
        int maxPayload,
        Optional<String> ended,
        String note) {

    private static final List<BrokerPreset> ALL = List.of(
            new Draft("local", "Broker on this machine", "127.0.0.1")
                    .at(TCP, 1883)
                    .note("Mosquitto 2 without a configuration listens here, and lets nobody in from elsewhere.")
                    .build(),
            new Draft("mosquitto-test", "Mosquitto test server", "test.mosquitto.org")
                    .at(TCP, 1883)
                    .at(TLS, 8883)
                    .at(WEBSOCKET, 8080)
                    .at(WEBSOCKET_TLS, 8081)
                    .open()
                    .ownAuthority()
                    .rate(50)
                    .note("One list gives ports 80 and 443 for WebSocket. Port 8884 wants a client certificate.")
                    .build(),
            new Draft("emqx", "EMQX public broker (Oregon)", "broker.emqx.io")
                    .at(TCP, 1883)
                    .at(TLS, 8883)
                    .at(WEBSOCKET, 8083, "mqtt")
                    .at(WEBSOCKET_TLS, 8084, "mqtt")
                    .open()
                    .payload(1_048_576)
                    .note("Exchanges no messages with emqx-cn.")
                    .build(),
            new Draft("emqx-cn", "EMQX public broker (Shanghai)", "broker-cn.emqx.io")
                    .at(TCP, 1883)
                    .at(TLS, 8883)
                    .at(WEBSOCKET, 8083, "mqtt")
                    .at(WEBSOCKET_TLS, 8084, "mqtt")
                    .open()
                    .payload(1_048_576)
                    .note("Exchanges no messages with emqx.")
                    .build(),
            new Draft("hivemq", "HiveMQ public broker", "broker.hivemq.com")
                    .at(TCP, 1883)
                    .at(TLS, 8883)
                    .at(WEBSOCKET, 8000, "mqtt")
                    .at(WEBSOCKET_TLS, 8884, "mqtt")
                    .open()
                    .rate(50)
                    .note("Its TLS ports, and the path of its WebSocket, could not be confirmed. $SYS cannot be read.")
                    .build(),
            new Draft("eclipse", "Eclipse IoT public broker", "mqtt.eclipseprojects.io")
                    .at(TCP, 1883)
                    .at(TLS, 8883)
                    .at(WEBSOCKET, 80, "mqtt")
                    .at(WEBSOCKET_TLS, 443, "mqtt")
                    .open()
                    .build(),
            new Draft("tongxinmao", "Tongxinmao test broker (China)", "mq.tongxinmao.com")
                    .at(TCP, 18830)
                    .open()
                    .note("All of its samples use topics that begin with /public/; whether others work could not be"
                            + " confirmed, nor that it still runs.")
                    .build(),
            new Draft("cloudmqtt", "CloudMQTT", "cloudmqtt.com")
                    .ended("CloudMQTT was shut down on 2025-01-27. Use another broker, such as a Mosquitto of your own"
                            + " with user name and password, which is what it was")
                    .build());

    public BrokerPreset {
        endpoints = Collections.unmodifiableMap(
                new EnumMap<>(endpoints.isEmpty() ? new EnumMap<>(Transport.class) : endpoints));
    }

    /** All that are known, ended ones included. */
    public static List<BrokerPreset> all() {
        return ALL;
    }

    /**
     * The preset of that name.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static BrokerPreset of(String id) {
        String wanted = id.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return ALL.stream()
                .filter(preset -> preset.id.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no preset \"" + id + "\"; use one of "
                        + ALL.stream().map(BrokerPreset::id).collect(Collectors.joining(", "))
                        + ", or give an endpoint"));
    }

    /** The preset that a host belongs to, whether it was chosen by name or by address. */
    public static Optional<BrokerPreset> ofHost(String host) {
        String plain = host.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(preset -> preset.ended.isPresent()
                        ? plain.endsWith(".cloudmqtt.com") || plain.equals("cloudmqtt.com")
                        : preset.endpoints.values().stream()
                                .anyMatch(at -> at.host().equals(plain)))
                .findFirst();
    }

    /** Where it listens with that transport. */
    public Optional<Endpoint> endpoint(Transport transport) {
        return Optional.ofNullable(endpoints.get(transport));
    }

    /** Its endpoint with TLS, or where it has none, without. */
    public Optional<Endpoint> standardEndpoint() {
        return endpoint(TLS).or(() -> endpoint(TCP));
    }

    /** The id. */
    @Override
    public String toString() {
        return id;
    }

    private static final class Draft {
        private final String id;
        private final String title;
        private final String host;
        private final Map<Transport, Endpoint> endpoints = new EnumMap<>(Transport.class);
        private boolean open;
        private boolean ownAuthority;
        private int rate;
        private int payload;
        private Optional<String> ended = Optional.empty();
        private String note = "";

        Draft(String id, String title, String host) {
            this.id = id;
            this.title = title;
            this.host = host;
        }

        Draft at(Transport transport, int port) {
            return at(transport, port, "");
        }

        Draft at(Transport transport, int port, String path) {
            endpoints.put(transport, new Endpoint(transport, host, port, path));
            return this;
        }

        Draft open() {
            open = true;
            return this;
        }

        Draft ownAuthority() {
            ownAuthority = true;
            return this;
        }

        Draft rate(int perSecond) {
            rate = perSecond;
            return this;
        }

        Draft payload(int bytes) {
            payload = bytes;
            return this;
        }

        Draft ended(String reason) {
            ended = Optional.of(reason);
            return this;
        }

        Draft note(String text) {
            note = text;
            return this;
        }

        BrokerPreset build() {
            return new BrokerPreset(id, title, endpoints, open, ownAuthority, rate, payload, ended, note);
        }
    }
}
