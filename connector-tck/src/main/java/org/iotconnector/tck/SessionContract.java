package org.iotconnector.tck;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * What the session owes its users on any MQTT broker, as tests: extend it and start a broker. Each test has a broker, a
 * relay in front of it that can cut and hold, and a connector of its own.
 */
public abstract class SessionContract {
    /** For subclasses. */
    protected SessionContract() {}

    /** Starts a broker that keeps no message of an earlier test; aborts the test where there is none. */
    protected abstract ContractBroker startBroker();

    @Nested
    @DisplayName("Messages")
    class MessagingContract extends MessagingRules {
        MessagingContract() {
            super(SessionContract.this::startBroker);
        }
    }

    @Nested
    @DisplayName("What lasts")
    class LastingContract extends LastingRules {
        LastingContract() {
            super(SessionContract.this::startBroker);
        }
    }

    @Nested
    @DisplayName("Ending")
    class EndingContract extends EndingRules {
        EndingContract() {
            super(SessionContract.this::startBroker);
        }
    }

    @Nested
    @DisplayName("A hostile network")
    class HostileNetworkContract extends HostileNetworkRules {
        HostileNetworkContract() {
            super(SessionContract.this::startBroker);
        }
    }
}
