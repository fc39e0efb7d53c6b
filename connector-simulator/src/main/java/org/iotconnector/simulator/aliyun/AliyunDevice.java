package org.iotconnector.simulator.aliyun;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * One device as the cloud side sees and commands it. Implemented by the simulator only, so it may grow. Thread-safe. Futures
 * always complete normally, with the outcome in the {@link DeviceReply}; the limit for a reply is 5 s of the simulator's
 * time unless said otherwise.
 */
public interface AliyunDevice {

    /** Product key and device name, for example {@code a1Demo0Prod/lamp-1}. */
    String name();

    /** The product key. */
    String productKey();

    /** The device name. */
    String deviceName();

    /** Its state. */
    DeviceStatus status();

    /** Whether it is connected. */
    boolean isOnline();

    /** Topic filters of its session, also while it is offline with a persistent session. */
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

    /** Sets properties ({@code thing.service.property.set}). The stored values change only when the device reports them. */
    CompletableFuture<DeviceReply> set(Map<String, ?> values);

    /** As {@link #set(Map)} with another limit. */
    CompletableFuture<DeviceReply> set(Map<String, ?> values, Duration limit);

    /** Calls a service the way its thing model says; asynchronously if the model does not know it or there is none. */
    CompletableFuture<DeviceReply> invoke(String service, Map<String, ?> input);

    /** Calls a service asynchronously, on its own topic, whatever the thing model says. */
    CompletableFuture<DeviceReply> invokeAsync(String service, Map<String, ?> input, Duration limit);

    /**
     * Calls a service synchronously, by RRPC, whatever the thing model says: on {@code /ext/rrpc/…/sys/…} if the client logged in with
     * {@code ext} bit 0 and listens there, else on {@code /sys/…/rrpc/request/…}.
     */
    CompletableFuture<DeviceReply> invokeSync(String service, Map<String, ?> input, Duration limit);

    /** Sends bytes by system RRPC and completes with the response's bytes. */
    CompletableFuture<DeviceReply> rrpc(byte[] payload, Duration limit);

    /**
     * Sends bytes by RRPC on a custom topic; the device needs {@code ext} bit 0.
     *
     * @param topic a topic of the device with its leading slash, for example {@code /a1Demo0Prod/lamp-1/user/get}
     */
    CompletableFuture<DeviceReply> rrpc(String topic, byte[] payload, Duration limit);

    /** Sends bytes on {@code down_raw} and completes with the bytes of the next {@code down_raw_reply}. */
    CompletableFuture<DeviceReply> sendRaw(byte[] payload);

    /**
     * Publishes to a topic of the device, if it is subscribed; QoS 1 waits for an offline device with a persistent session.
     *
     * @param qos 0 or 1
     * @return whether it was sent or kept
     */
    boolean publish(String topic, byte[] payload, int qos);

    /** Stores desired values, each with its next version, and sets them at once if the device is online. */
    CompletableFuture<DeviceReply> setDesired(Map<String, ?> values);

    /** Desired values by property identifier. */
    Map<String, DesiredValue> desired();

    /** Last reported values by property identifier. */
    Map<String, PropertyValue> properties();

    /** Last reported value of one property. */
    Optional<Object> property(String identifier);

    /** Accepted events, oldest first, the last 1000. */
    List<ReportedEvent> events();

    /** Reported properties that were filtered out, oldest first, the last 1000. */
    List<RejectedValue> rejected();

    /** Tags the device set. */
    Map<String, String> tags();

    /** Lets the device log in again. */
    void enable();

    /** Disconnects the device and refuses its logins. */
    void disable();

    /** Closes its connection; MQTT 5 clients are told 0x98 (administrative action). Has no effect when offline. */
    void kick();
}
