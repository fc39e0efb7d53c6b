package org.iotconnector.simulator.onenet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One device as the cloud side sees and commands it. Implemented by the simulator only, so it may grow. Thread-safe. Futures
 * always complete normally, with the outcome in the {@link DeviceReply}; limits are the simulator's time. A sub-device is
 * commanded through the gateway it is bound to.
 */
public interface OneNetDevice {

    /** Product id and device name, for example {@code Demo0Prod1/lamp-1}. */
    String id();

    /** The product id. */
    String productId();

    /** The device name. */
    String deviceName();

    /** Its state. */
    DeviceStatus status();

    /** Whether it is connected, or logged in through its gateway. */
    boolean isOnline();

    /** Topic filters of its session; empty while it is offline. */
    Set<String> subscriptions();

    /**
     * Waits until it is online.
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

    /** Sets properties, with a limit of 10 s (5 s for a sub-device). The stored values change only when the device reports them. */
    CompletableFuture<DeviceReply> set(Map<String, ?> values);

    /** As {@link #set(Map)} with another limit. */
    CompletableFuture<DeviceReply> set(Map<String, ?> values, Duration limit);

    /** Reads properties live from the device, with a limit of 10 s (5 s for a sub-device). */
    CompletableFuture<DeviceReply> get(List<String> properties);

    /** As {@link #get(List)} with another limit. */
    CompletableFuture<DeviceReply> get(List<String> properties, Duration limit);

    /**
     * Calls a service, with a limit of 5 s. A service that the thing model calls asynchronous completes at once with {@link
     * DeviceReply.Outcome#SENT}.
     */
    CompletableFuture<DeviceReply> invoke(String service, Map<String, ?> input);

    /** Calls a service and waits for its reply within another limit, whatever the thing model says. */
    CompletableFuture<DeviceReply> invoke(String service, Map<String, ?> input, Duration limit);

    /** Sends a command to a device of a data-stream product and completes with the bytes of its response. */
    CompletableFuture<DeviceReply> command(byte[] payload, Duration limit);

    /** Sends bytes on {@code custome/down/{id}} to a device of a raw product and completes with the bytes of its answer. */
    CompletableFuture<DeviceReply> sendRaw(byte[] payload, Duration limit);

    /** Announces that an upgrade waits ({@code ota/inform}); the limit is 20 s. */
    CompletableFuture<DeviceReply> informOta();

    /**
     * Makes an upgrade task, in place of an unfinished one of this type, and announces it ({@code ota/inform}) if the device is online.
     *
     * @param targetVersion 1 to 20 characters of {@code A-Z a-z 0-9 _ . -}
     * @param image the bytes to download, at least one
     */
    OtaTask startOta(OtaType type, String targetVersion, byte[] image);

    /** Files that it uploaded or may download, oldest first, the last 1000. */
    List<DeviceFile> files();

    /** Stores a file for it to download. */
    DeviceFile putFile(String name, byte[] content);

    /** Publishes a configuration for it to pull, as JSON, in place of the one before. */
    void remoteConfig(String json);

    /** Deletes the configuration. */
    void deleteRemoteConfig();

    /**
     * Publishes to a topic of the device, if it is subscribed. OneNET delivers with QoS 0 whatever {@code qos} is.
     *
     * @param qos 0 or 1
     * @return whether it was sent
     */
    boolean publish(String topic, byte[] payload, int qos);

    /** Stores desired values, each with its next version, and sets them at once if the device is online; limit 10 s. */
    CompletableFuture<DeviceReply> setDesired(Map<String, ?> values);

    /** Clears desired values whatever their versions are; their versions begin at 1 again. */
    void clearDesired(Set<String> properties);

    /** Desired values by property identifier. */
    Map<String, DesiredValue> desired();

    /** Latest values by property identifier. */
    Map<String, PropertyValue> properties();

    /** Latest value of one property. */
    Optional<Object> property(String identifier);

    /** Values of one property, oldest first, the last 1000, including those reported as history. */
    List<PropertyValue> history(String identifier);

    /** Accepted events, oldest first, the last 1000. */
    List<ReportedEvent> events();

    /** Points of one data stream, oldest first, the last 1000. */
    List<DataPoint> dataPoints(String stream);

    /** Changes desired values of the device image and tells the device what differs ({@code image/update/delta}); null removes one. */
    void desireImage(Map<String, ?> values);

    /** The device image as a document: {@code state}, {@code metadata}, {@code version}, {@code timestamp}. */
    Map<String, @Nullable Object> image();

    /** Sub-devices bound to this gateway, as {@code pid/dev}, in the order they were bound. */
    List<String> subDevices();

    /**
     * Binds sub-devices as the console does, and sends the gateway the full list ({@code topo/change}); the limit is 5 s.
     *
     * @param devices {@code pid/dev} each
     * @throws IllegalArgumentException if one does not exist, is no sub-device, or is bound to another gateway
     */
    CompletableFuture<DeviceReply> bind(List<String> devices);

    /** Unbinds sub-devices as the console does, and sends the gateway the full list; the limit is 5 s. */
    CompletableFuture<DeviceReply> unbind(List<String> devices);

    /** Messages beyond one in a second, which the platform would have delayed; counted, and taken all the same by default. */
    long publishesOverRate();

    /** Its last refused login; empty when there was none. */
    Optional<LoginRefusal> lastRefusal();

    /** Closes its connection. Has no effect when offline. */
    void kick();
}
