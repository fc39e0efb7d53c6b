package org.iotconnector.simulator.internal.onenet.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.onenet.DeviceState;
import org.iotconnector.simulator.internal.onenet.OneNetCloud;
import org.iotconnector.simulator.onenet.DesiredValue;
import org.iotconnector.simulator.onenet.DeviceReply;
import org.jspecify.annotations.Nullable;

/**
 * {@code /thingmodel/…-device-desired-property}. The shapes of these requests are not public; they are those of the device's own
 * messages.
 */
final class DesiredApi {
    private final OneNetCloud cloud;
    private final Targets targets;

    DesiredApi(OneNetCloud cloud, Targets targets) {
        this.cloud = cloud;
        this.targets = targets;
    }

    void addTo(Routes routes) {
        routes.post("/thingmodel/set-device-desired-property", targets.onDevice(this::set));
        routes.post("/thingmodel/query-device-desired-property", targets.onDevice(DesiredApi::query));
        routes.post("/thingmodel/delete-device-desired-property", targets.onDevice(DesiredApi::delete));
    }

    /** The values are kept first; an online device gets them at once and nobody waits for its answer. */
    private Map<String, @Nullable Object> set(DeviceState device, Parameters parameters) {
        Map<String, @Nullable Object> values = parameters.object("params");
        CompletableFuture<DeviceReply> pushed = cloud.commands().desire(device, values);
        DeviceReply known = pushed.getNow(null);
        if (known != null && known.outcome() == DeviceReply.Outcome.INVALID) {
            throw new ApiFailure(ApiCode.SET_PROPERTY, known.message());
        }
        return describe(device, List.copyOf(values.keySet()));
    }

    private static Map<String, @Nullable Object> query(DeviceState device, Parameters parameters) {
        List<String> identifiers = parameters.has("params")
                ? parameters.texts("params")
                : List.copyOf(device.desired().values().keySet());
        return describe(device, identifiers);
    }

    /** A stale version is passed over in silence, as it is for the device. */
    private static @Nullable Object delete(DeviceState device, Parameters parameters) {
        parameters.object("params").forEach((identifier, condition) -> {
            Object version =
                    Json.object(condition).map(object -> object.get("version")).orElse(null);
            if (version != null && !(version instanceof Integer)) {
                throw Parameters.invalid("version of " + identifier + " is [" + version + "], expected a number");
            }
            device.desired().clear(identifier, version == null ? null : Long.valueOf(version.toString()));
        });
        return null;
    }

    private static Map<String, @Nullable Object> describe(DeviceState device, List<String> identifiers) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        for (String identifier : identifiers) {
            DesiredValue value = device.desired().values().get(identifier);
            if (value != null) {
                data.put(identifier, Map.of("value", value.value(), "version", value.version()));
            }
        }
        return data;
    }
}
