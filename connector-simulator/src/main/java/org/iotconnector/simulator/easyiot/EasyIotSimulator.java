package org.iotconnector.simulator.easyiot;

import java.net.URI;
import java.util.List;
import org.iotconnector.simulator.SimulatedPlatform;

/**
 * The simulated Easy IoT. Implemented by the simulator only, so it may grow. Thread-safe. A connection is named by its client
 * identifier, in messages, connections and faults; one that gives none is named {@code auto-} and 16 hexadecimal digits.
 */
public interface EasyIotSimulator extends SimulatedPlatform {

    /**
     * Address of the site's message search, without a path.
     *
     * @throws IllegalStateException if there is no such listener
     */
    URI httpUri();

    /** All accounts in the order of the settings. */
    List<EasyIotAccount> accounts();

    /**
     * The account of this {@code Iot_id}.
     *
     * @throws IllegalArgumentException if there is none; the message names those there are
     */
    EasyIotAccount account(String iotId);

    /**
     * The device of this topic, of whatever account.
     *
     * @throws IllegalArgumentException if there is none; the message names those there are
     */
    EasyIotDevice device(String topic);
}
