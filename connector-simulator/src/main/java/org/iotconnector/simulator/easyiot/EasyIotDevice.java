package org.iotconnector.simulator.easyiot;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One device, which is a topic, as its owner sees it on the site. Implemented by the simulator only, so it may grow. Thread-safe. */
public interface EasyIotDevice {

    /** Its topic, which never changes. */
    String topic();

    /** Its name on the site. */
    String name();

    /** Gives it another name. */
    void rename(String name);

    /** Sends a message as the site's button does: with QoS 0, to all that are subscribed, and stored as any other. */
    void send(String text);

    /** Stored messages, newest first. */
    List<EasyIotMessage> history();

    /** The newest stored message; empty if there is none. */
    Optional<EasyIotMessage> last();

    /** Removes its stored messages. */
    void clear();

    /**
     * Waits until a message of this text is stored, past ones included, and returns the first.
     *
     * @throws org.iotconnector.simulator.SimulatorTimeoutException if none comes in time; also when the storage is full
     */
    EasyIotMessage awaitMessage(String text, Duration timeout);

    /**
     * Waits until a client would get what comes on its topic.
     *
     * @throws org.iotconnector.simulator.SimulatorTimeoutException if there is none in time
     */
    void awaitSubscribed(Duration timeout);
}
