package org.iotconnector.tck;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * The part of {@link SessionContract} that puts a hostile network in front of the broker, for brokers that the rest asks too
 * much of: sessions that are kept and QoS 2 are all they need.
 */
public abstract class NetworkContract {
    /** For subclasses. */
    protected NetworkContract() {}

    /** Starts a broker that keeps no message of an earlier test; aborts the test where there is none. */
    protected abstract ContractBroker startBroker();

    @Nested
    @DisplayName("A hostile network")
    class HostileNetworkContract extends HostileNetworkRules {
        HostileNetworkContract() {
            super(NetworkContract.this::startBroker);
        }
    }
}
