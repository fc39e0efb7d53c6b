package org.iotconnector.core.session;

/** Makes one transport for each session. Thread-safe. */
public interface MqttTransportFactory extends AutoCloseable {
    /** A transport that is not connected yet. */
    MqttTransport create();

    /** Frees what the transports share, once every session is closed. */
    @Override
    default void close() {}
}
