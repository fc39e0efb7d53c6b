package org.iotconnector.simulator.internal.aliyun;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.iotconnector.simulator.aliyun.AliyunDevice;
import org.iotconnector.simulator.aliyun.AliyunSettings;
import org.iotconnector.simulator.aliyun.AliyunSimulator;
import org.iotconnector.simulator.aliyun.DeviceReply;
import org.iotconnector.simulator.internal.platform.AbstractPlatform;
import org.iotconnector.simulator.internal.platform.UnknownDeviceException;
import org.jspecify.annotations.Nullable;

/** The simulated Aliyun platform as a whole. */
public final class AliyunPlatform extends AbstractPlatform<AliyunRules> implements AliyunSimulator {
    private final Map<String, DeviceHandle> handles = new LinkedHashMap<>();

    /** Prepares the platform; it listens after {@link #startListening}. */
    public AliyunPlatform(Surroundings surroundings, AliyunSettings settings) {
        this(surroundings, settings, new DeviceRegistry(settings.products()));
    }

    private AliyunPlatform(Surroundings surroundings, AliyunSettings settings, DeviceRegistry devices) {
        super(
                "aliyun",
                surroundings,
                settings.ports(),
                broker -> new AliyunRules(settings, devices, surroundings.loop(), broker));
        for (DeviceState device : devices.all()) {
            handles.put(device.identity(), new DeviceHandle(this, loop(), rules(), device));
        }
    }

    @Override
    public AliyunDevice device(String name) {
        return handle(name);
    }

    @Override
    public List<AliyunDevice> devices() {
        return List.copyOf(handles.values());
    }

    @Override
    public List<Map<String, Object>> describeDevices() {
        return handles.values().stream().map(DeviceHandle::describe).toList();
    }

    @Override
    public CompletableFuture<Map<String, @Nullable Object>> controlSet(
            String device, Map<String, @Nullable Object> values) {
        return handle(device).set(values).thenApply(AliyunPlatform::outcome);
    }

    @Override
    public CompletableFuture<Map<String, @Nullable Object>> controlInvoke(
            String device, String service, Map<String, @Nullable Object> input) {
        return handle(device).invoke(service, input).thenApply(AliyunPlatform::outcome);
    }

    /** Every device whose own the topic is gets it: one, or all of a product for a broadcast topic. */
    @Override
    public Map<String, @Nullable Object> controlPublish(String topic, byte[] payload, int qos) {
        List<DeviceHandle> owners =
                handles.values().stream().filter(handle -> handle.owns(topic)).toList();
        if (owners.isEmpty()) {
            throw new IllegalArgumentException(
                    "Topic [" + topic + "] belongs to no device here; devices: " + names() + ".");
        }
        List<String> sent = owners.stream()
                .filter(handle -> handle.publish(topic, payload, qos))
                .map(DeviceHandle::name)
                .toList();
        Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
        outcome.put("sent", !sent.isEmpty());
        outcome.put("devices", sent);
        return outcome;
    }

    private DeviceHandle handle(String name) {
        DeviceHandle handle = handles.get(name);
        if (handle == null) {
            throw new UnknownDeviceException("There is no device [" + name + "]; devices: " + names() + ".");
        }
        return handle;
    }

    private String names() {
        return handles.keySet().stream().limit(20).collect(Collectors.joining(", "));
    }

    private static Map<String, @Nullable Object> outcome(DeviceReply reply) {
        Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
        outcome.put("outcome", reply.outcome().name());
        reply.code().ifPresent(code -> outcome.put("code", code));
        if (reply.outcome() == DeviceReply.Outcome.REPLIED) {
            outcome.put("data", reply.data());
        }
        return outcome;
    }
}
