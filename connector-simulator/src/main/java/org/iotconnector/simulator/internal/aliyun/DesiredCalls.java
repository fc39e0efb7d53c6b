package org.iotconnector.simulator.internal.aliyun;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.aliyun.DesiredValue;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** Desired values, as the device asks for them. Alibaba Cloud, "Desired device property values", read 2026-11-21. */
final class DesiredCalls {
    private DesiredCalls() {}

    /** Identifiers without a desired value are absent from the answer. */
    static AlinkReply get(DeviceState device, @Nullable Object params) {
        if (!(params instanceof List<?> identifiers)) {
            return AlinkReply.failure(AlinkCode.PARAMETER_ERROR);
        }
        if (identifiers.size() > PropertyReports.MAX_PROPERTIES) {
            return AlinkReply.failure(AlinkCode.DESIRED_TOO_MANY);
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        for (Object identifier : identifiers) {
            DesiredValue desired = device.desired().get(String.valueOf(identifier));
            if (desired != null) {
                data.put(String.valueOf(identifier), Map.of("value", desired.value(), "version", desired.version()));
            }
        }
        return AlinkReply.success(data);
    }

    /** With a version it clears only that version, and is silently ignored otherwise; without one it always clears. */
    static AlinkReply delete(DeviceState device, @Nullable Object params) {
        Map<String, @Nullable Object> wishes = Json.object(params).orElse(Map.of());
        if (wishes.isEmpty()) {
            return AlinkReply.failure(AlinkCode.PARAMETER_ERROR);
        }
        wishes.forEach((identifier, wish) -> {
            Object version =
                    Json.object(wish).map(object -> object.get("version")).orElse(null);
            DesiredValue desired = device.desired().get(identifier);
            boolean fits =
                    version == null || (desired != null && version.toString().equals(Long.toString(desired.version())));
            if (fits) {
                device.desired().remove(identifier);
            }
        });
        return AlinkReply.success();
    }
}
