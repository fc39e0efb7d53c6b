package org.iotconnector.simulator.internal.aliyun;

import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** Reports of many values: batch (becomes current) and history (does not). */
final class BatchReports {
    private final PropertyReports properties;
    private final EventReports events;

    BatchReports(PropertyReports properties, EventReports events) {
        this.properties = properties;
        this.events = events;
    }

    /** {@code {"properties":{"T":[{"value":…,"time":…}]},"events":{"alarm":[{"value":{…},"time":…}]}}}. */
    AlinkReply batch(DeviceState device, @Nullable Object params) {
        Map<String, @Nullable Object> batch = Json.object(params).orElse(Map.of());
        Map<String, @Nullable Object> values =
                Json.object(batch.get("properties")).orElse(Map.of());
        Map<String, @Nullable Object> happened =
                Json.object(batch.get("events")).orElse(Map.of());
        if ((values.isEmpty() && happened.isEmpty()) || !allLists(values) || !allLists(happened)) {
            return AlinkReply.failure(AlinkCode.PARAMETER_ERROR);
        }
        if (values.values().stream().mapToInt(list -> ((List<?>) list).size()).sum() > PropertyReports.MAX_PROPERTIES) {
            return AlinkReply.failure(AlinkCode.TOO_MANY_PROPERTIES);
        }
        values.forEach((identifier, list) ->
                ((List<?>) list).forEach(entry -> properties.store(device, identifier, ReportedValue.of(entry))));
        happened.forEach(
                (identifier, list) -> ((List<?>) list).forEach(entry -> events.post(device, identifier, entry)));
        return AlinkReply.success();
    }

    /** A list of devices with their past values; a device that is no gateway may only name itself. */
    AlinkReply history(DeviceState device, @Nullable Object params) {
        if (!(params instanceof List<?> entries) || entries.isEmpty()) {
            return AlinkReply.failure(AlinkCode.PARAMETER_ERROR);
        }
        for (Object entry : entries) {
            Map<String, @Nullable Object> identity = Json.object(entry)
                    .flatMap(object -> Json.object(object.get("identity")))
                    .orElse(Map.of());
            if (identity.isEmpty()) {
                return AlinkReply.failure(AlinkCode.PARAMETER_ERROR);
            }
            if (!(identity.get("productKey") + "/" + identity.get("deviceName")).equals(device.identity())) {
                return AlinkReply.failure(AlinkCode.NOT_OWN_DEVICE);
            }
        }
        return AlinkReply.success();
    }

    private static boolean allLists(Map<String, @Nullable Object> map) {
        return map.values().stream().allMatch(List.class::isInstance);
    }
}
