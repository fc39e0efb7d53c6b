package org.iotconnector.simulator.onenet.legacy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.onenet.DeviceReply;

/**
 * One device as the cloud side sees and commands it. Implemented by the simulator only, so it may grow. Thread-safe. Futures
 * always complete normally, with the outcome in the {@link DeviceReply}.
 */
public interface OneNetLegacyDevice {

    /** Product and device number, for example {@code 86540/5616839}. */
    String id();

    /** The title it was given; may be empty. */
    String title();

    /** Whether it is connected. */
    boolean isOnline();

    /** Topic filters of its session, also while it is offline without clean session. */
    Set<String> subscriptions();

    /**
     * Waits until it is connected.
     *
     * @throws org.iotconnector.simulator.SimulatorTimeoutException if it is not in time
     */
    void awaitOnline(Duration timeout);

    /**
     * Waits until it has a subscription for this topic name.
     *
     * @throws org.iotconnector.simulator.SimulatorTimeoutException if it has none in time
     */
    void awaitSubscribed(String topic, Duration timeout);

    /**
     * Sends a command, for which a device needs no subscription, and completes with the answer. The reply's code is that of a
     * JSON object with an integer {@code code}, else empty.
     *
     * @param limit how long the answer is awaited, by the simulator's clock
     */
    CompletableFuture<DeviceReply> command(byte[] payload, Duration limit);

    /** Sends a message to this device alone, on a topic that it has subscribed; QoS 0, as the platform does. */
    boolean publish(String topic, byte[] payload);

    /** What it uploaded, in order; the last 10 000 points. */
    List<DataPoint> points();

    /** Of each stream the point that came last. */
    Map<String, DataPoint> latest();
}
