package org.iotconnector.benchmarks.fleet;

import java.nio.file.Path;
import java.util.Optional;

/** Many MQTT sessions of one kind; each is subscribed to one topic with a handler. */
interface Sessions extends AutoCloseable {
    /** Where the server is: plain MQTT, or TLS if its certificate is given. */
    record Server(int port, Optional<Path> certificate) {
        String host() {
            return certificate.isPresent() ? "localhost" : "127.0.0.1";
        }
    }

    /** Begins to open one session more. */
    void open(int number);

    /** How many are connected and subscribed now. */
    int online();

    /** Publishes 200 bytes with QoS 1 in the name of a session. */
    void report(int number);

    /** How many reports were acknowledged so far. */
    long acknowledged();

    @Override
    void close();
}
