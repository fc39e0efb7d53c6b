package org.iotconnector.simulator;

/** How a client reached the simulator. */
public enum Transport {
    /** Plain TCP. */
    TCP,
    /** TLS over TCP, with the generated certificate. */
    TLS,
    /** WebSocket over plain TCP. */
    WS,
    /** WebSocket over TLS. */
    WSS;

    /** Whether the bytes are encrypted. */
    public boolean isSecure() {
        return this == TLS || this == WSS;
    }

    /** Whether MQTT travels in WebSocket frames. */
    public boolean isWebSocket() {
        return this == WS || this == WSS;
    }

    /** The URI scheme: {@code mqtt}, {@code mqtts}, {@code ws} or {@code wss}. */
    public String scheme() {
        return switch (this) {
            case TCP -> "mqtt";
            case TLS -> "mqtts";
            case WS -> "ws";
            case WSS -> "wss";
        };
    }
}
