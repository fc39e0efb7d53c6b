package org.iotconnector.tck;

import org.iotconnector.core.session.ConnectParameters;

/** A running broker, as {@link SessionContract} sees and moves it. */
public interface ContractBroker extends AutoCloseable {
    /** The port it listens on, of the loopback address. */
    int port();

    /**
     * What a client needs to log in, version, trust and credentials included.
     *
     * @param port the port to connect to: {@link #port()}, or that of a relay in front of it
     */
    ConnectParameters.Builder login(String clientIdentifier, int port);

    /** Ends it at once, as a crash would. */
    void kill();

    /** Starts it again on the same port, with what it has kept. */
    void start();

    /** Ends it for good. */
    @Override
    void close();
}
