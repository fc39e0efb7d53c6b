package org.iotconnector.simulator.internal.platform;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.ReceivedMessage;
import org.jspecify.annotations.Nullable;

/**
 * What the control API asks of a platform, in plain values that become JSON. A device the platform does not have, or an operation it
 * does not offer, is answered by {@link IllegalArgumentException} with a message for the caller.
 */
public interface RemoteControl {

    /** The platform's word in paths. */
    String id();

    /** One object per device: at least {@code device} and {@code online}. */
    List<Map<String, Object>> describeDevices();

    /** Sets properties and completes with an object that tells the outcome. */
    CompletableFuture<Map<String, @Nullable Object>> controlSet(String device, Map<String, @Nullable Object> values);

    /** Calls a service and completes with an object that tells the outcome. */
    CompletableFuture<Map<String, @Nullable Object>> controlInvoke(
            String device, String service, Map<String, @Nullable Object> input);

    /** Publishes to whom the topic belongs and returns an object that tells the outcome. */
    Map<String, @Nullable Object> controlPublish(String topic, byte[] payload, int qos);

    /** What devices sent, from after this sequence number. */
    List<ReceivedMessage> receivedSince(long sequence);

    /** Arms a fault for all devices. */
    void inject(Fault fault);

    /** Arms a fault for one device. */
    void inject(String device, Fault fault);

    /** Disarms all faults. */
    void clearFaults();
}
