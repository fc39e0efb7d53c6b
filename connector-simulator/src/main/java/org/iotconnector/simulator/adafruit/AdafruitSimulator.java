package org.iotconnector.simulator.adafruit;

import java.net.URI;
import java.util.List;
import org.iotconnector.simulator.SimulatedPlatform;

/**
 * The simulated Adafruit IO. Implemented by the simulator only, so it may grow. Thread-safe. A connection is named by its account and
 * client identifier, {@code demo/client-1}, in messages, connections and faults.
 */
public interface AdafruitSimulator extends SimulatedPlatform {

    /**
     * Address of the HTTP side, without {@code /api/v2}.
     *
     * @throws IllegalStateException if there is no such listener
     */
    URI httpUri();

    /**
     * The account of this name.
     *
     * @throws IllegalArgumentException if there is no such account; the message names those there are
     */
    AdafruitAccount account(String username);

    /** All accounts in the order of the settings. */
    List<AdafruitAccount> accounts();

    /** What was refused over MQTT, unknown accounts included, oldest first, the last 1000. */
    List<AdafruitRefusal> refusals();
}
