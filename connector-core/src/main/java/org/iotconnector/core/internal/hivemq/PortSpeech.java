package org.iotconnector.core.internal.hivemq;

import java.util.Optional;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Endpoint.Transport;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.jspecify.annotations.Nullable;

/** What a port turned out to speak, and what that means for who wanted to connect to it otherwise. */
enum PortSpeech {
    MQTT(Transport.TCP, "plain MQTT"),
    MQTT_OVER_TLS(Transport.TLS, "MQTT over TLS"),
    HTTP(Transport.WEBSOCKET, "HTTP or WebSocket"),
    HTTP_OVER_TLS(Transport.WEBSOCKET_TLS, "HTTPS or WebSocket over TLS"),
    /** TLS, and what is inside could not be seen. */
    TLS(null, "TLS"),
    /** Some other language. */
    OTHER(null, "something else"),
    /** Not a word, or nothing that tells. */
    NOTHING(null, "nothing");

    private final @Nullable Transport transport;
    private final String words;

    PortSpeech(@Nullable Transport transport, String words) {
        this.transport = transport;
        this.words = words;
    }

    /** The failure that this explains, with the endpoint to write instead; empty if it explains nothing. */
    Optional<Failure> mistake(Endpoint asked, Throwable cause) {
        boolean asAsked = transport == asked.transport() || (this == TLS && asked.tls());
        if (asAsked || this == NOTHING) {
            return Optional.empty();
        }
        String port = "port " + asked.port() + " of " + asked.host();
        if (this == OTHER) {
            return Optional.of(Failure.of(
                    FailureKind.WRONG_PORT,
                    "Something answers on " + port + ", but not in MQTT.",
                    "Check the port; another kind of server is listening there.",
                    cause));
        }
        return Optional.of(Failure.of(
                FailureKind.WRONG_PORT,
                "P" + port.substring(1) + " speaks " + words + ", not " + wordsFor(asked.transport()) + ".",
                "Write " + instead(asked) + " instead, or name the port that speaks " + wordsFor(asked.transport())
                        + ".",
                cause));
    }

    private String instead(Endpoint asked) {
        if (transport == null) {
            return same(Transport.TLS, asked) + " (or " + same(Transport.WEBSOCKET_TLS, asked)
                    + " if it serves WebSocket)";
        }
        return same(transport, asked) + (transport.webSocket() ? " (or another path, if the server says so)" : "");
    }

    private static Endpoint same(Transport transport, Endpoint asked) {
        String path = asked.path().isEmpty() ? "mqtt" : asked.path();
        return new Endpoint(transport, asked.host(), asked.port(), transport.webSocket() ? path : "");
    }

    private static String wordsFor(Transport asked) {
        return switch (asked) {
            case TCP -> "plain MQTT";
            case TLS -> "MQTT over TLS";
            case WEBSOCKET -> "WebSocket without TLS";
            case WEBSOCKET_TLS -> "WebSocket over TLS";
        };
    }
}
