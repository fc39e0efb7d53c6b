package org.iotconnector.simulator.internal.onenet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.onenet.DeviceReply;

/**
 * What applications ask of devices. Every future completes normally, off the loop thread. A sub-device is asked through the gateway it
 * is bound to, with its own topics, and with a limit of at most {@link #SUB_LIMIT}.
 */
public interface Commands {
    /** How long an application waits for a set or get. */
    Duration SET_LIMIT = Duration.ofSeconds(10);
    /** How long an application waits for a service. */
    Duration SERVICE_LIMIT = Duration.ofSeconds(5);
    /** How long an application waits for a sub-device. */
    Duration SUB_LIMIT = Duration.ofSeconds(5);
    /** How long a device has to answer {@code ota/inform}. */
    Duration OTA_LIMIT = Duration.ofSeconds(20);

    /** Sets properties; values that the thing model does not allow end in {@link DeviceReply.Outcome#INVALID}. */
    CompletableFuture<DeviceReply> set(DeviceState device, Map<String, ?> values, Duration limit);

    /** Reads properties live; so do values in the reply that the thing model does not allow. */
    CompletableFuture<DeviceReply> get(DeviceState device, List<String> properties, Duration limit);

    /** Calls a service as its thing model says: an asynchronous one completes at once. */
    CompletableFuture<DeviceReply> invoke(DeviceState device, String service, Map<String, ?> input);

    /** Calls a service and waits for its reply. */
    CompletableFuture<DeviceReply> invoke(DeviceState device, String service, Map<String, ?> input, Duration limit);

    /** Sends a command; the identifier of {@code cmd/request/{id}} is {@code uuid}. */
    CompletableFuture<DeviceReply> command(DeviceState device, String uuid, byte[] payload, Duration limit);

    /** Sends bytes on {@code custome/down/{id}}. */
    CompletableFuture<DeviceReply> sendRaw(DeviceState device, byte[] payload, Duration limit);

    /** Announces an upgrade, with {@link #OTA_LIMIT}. */
    CompletableFuture<DeviceReply> informOta(DeviceState device);

    /** Stores desired values and sets them at once if the device is online. */
    CompletableFuture<DeviceReply> desire(DeviceState device, Map<String, ?> values);

    /** Sends a gateway the full list of its sub-devices. */
    CompletableFuture<DeviceReply> topologyChanged(DeviceState gateway);

    /** Ends a device's connection, for one that was deleted or got another key. */
    void kick(DeviceState device);
}
