package org.iotconnector.simulator.mqtt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iotconnector.simulator.SimulatedPlatform;

/**
 * The simulated general broker. Implemented by the simulator only, so it may grow. Thread-safe. A connection is named by its client
 * identifier, in messages, connections and faults; one that gives none is named {@code auto-} and 16 hexadecimal digits.
 */
public interface MqttSimulator extends SimulatedPlatform {

    /**
     * Publishes as another client would, past the access list.
     *
     * @param qos 0, 1 or 2
     * @param retain whether the message is kept; an empty one removes what was kept
     * @return to which clients it went, those included for whose return it waits
     * @throws IllegalArgumentException if the topic name is malformed, or the QoS is none
     */
    List<String> publish(String topic, String payload, int qos, boolean retain);

    /** The retained message of this topic, read as UTF-8; empty if there is none. */
    Optional<String> retained(String topic);

    /** Adds a user, or replaces its password; connections stay. */
    void user(String username, String password);

    /** Removes a user; connections stay. Has no effect if there is none. */
    void removeUser(String username);

    /**
     * Waits until some client, connected or with a session that waits for it, would get what comes on this topic.
     *
     * @throws org.iotconnector.simulator.SimulatorTimeoutException if there is none in time
     */
    void awaitSubscribed(String topic, Duration timeout);

    /** Closes the connection of this client without its DISCONNECT; an MQTT 5 client is told 0x98. Has no effect when offline. */
    void kick(String clientId);
}
