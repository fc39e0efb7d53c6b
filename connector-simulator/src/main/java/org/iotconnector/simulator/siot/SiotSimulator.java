package org.iotconnector.simulator.siot;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.iotconnector.simulator.SimulatedPlatform;

/**
 * The simulated SIoT. Implemented by the simulator only, so it may grow. Thread-safe. A connection is named by its client identifier, in
 * messages, connections and faults; one that gives none is named {@code auto-} and 16 hexadecimal digits.
 */
public interface SiotSimulator extends SimulatedPlatform {

    /** Which generation it is. */
    SiotGeneration generation();

    /**
     * Address of web page and HTTP API, without a path.
     *
     * @throws IllegalStateException if there is no such listener
     */
    URI httpUri();

    /** Topics of its devices, oldest first: of messages stored so far, and those made by {@link #createDevice}. */
    List<String> devices();

    /**
     * Makes a device as the web page does. Has no effect if there is one.
     *
     * @throws IllegalArgumentException if the topic does not have the form of its generation
     */
    void createDevice(String topic);

    /**
     * Sends as the web page does: to all that are subscribed, and stored, in V1 unless it begins with {@code ->}.
     *
     * @return to which clients it went
     * @throws IllegalArgumentException if the topic does not have the form of its generation
     */
    List<String> send(String topic, String text);

    /** Stored messages of a topic, oldest first; empty for an unknown one. Of all topics the last 100 000 are kept. */
    List<SiotMessage> messages(String topic);

    /** Removes the stored messages of a topic and returns how many there were. */
    int clear(String topic);

    /**
     * Waits until a message of this text is stored, past ones included, and returns the first.
     *
     * @throws org.iotconnector.simulator.SimulatorTimeoutException if none is in time
     */
    SiotMessage awaitStored(String topic, String text, Duration timeout);

    /**
     * Waits until a client would get what comes on this topic.
     *
     * @throws org.iotconnector.simulator.SimulatorTimeoutException if there is none in time
     */
    void awaitSubscribed(String topic, Duration timeout);
}
