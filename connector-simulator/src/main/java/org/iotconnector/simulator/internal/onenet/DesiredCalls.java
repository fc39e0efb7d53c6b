package org.iotconnector.simulator.internal.onenet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.onenet.DesiredValue;
import org.jspecify.annotations.Nullable;

/** Desired values, as the device asks for them. OneNET Studio, "Desired property values", read 2026-11. */
final class DesiredCalls {
    private DesiredCalls() {}

    /** Properties without a desired value are left out of the answer. */
    static OneJsonReply get(DeviceState device, @Nullable Object params) throws Refused {
        if (!(params instanceof List<?> identifiers)) {
            throw new Refused(Refused.JSON_FORMAT, "json format error: [params] must be a list of identifiers");
        }
        Map<String, Object> data = new LinkedHashMap<>();
        for (Object element : identifiers) {
            String identifier = String.valueOf(element);
            requireKnown(device, identifier);
            DesiredValue desired = device.desired().values().get(identifier);
            if (desired != null) {
                data.put(identifier, Map.of("value", desired.value(), "version", desired.version()));
            }
        }
        return OneJsonReply.success(data);
    }

    /** A version that is not the current one is ignored, which nobody is told. */
    static OneJsonReply delete(DeviceState device, @Nullable Object params) throws Refused {
        Map<String, @Nullable Object> wishes = Json.object(params)
                .orElseThrow(() -> new Refused(Refused.JSON_FORMAT, "json format error: [params] must be an object"));
        for (String identifier : wishes.keySet()) {
            requireKnown(device, identifier);
        }
        for (Map.Entry<String, @Nullable Object> wish : wishes.entrySet()) {
            Object version = Json.object(wish.getValue())
                    .map(object -> object.get("version"))
                    .orElse(null);
            if (version != null && !(version instanceof Integer || version instanceof Long)) {
                throw new Refused(Refused.DATA_TYPE, "version type error:identifier:" + wish.getKey());
            }
            device.desired().clear(wish.getKey(), version instanceof Number number ? number.longValue() : null);
        }
        return OneJsonReply.success();
    }

    private static void requireKnown(DeviceState device, String identifier) throws Refused {
        if (device.product().model() != null
                && !device.product().model().properties().containsKey(identifier)) {
            throw Refused.unknown(identifier);
        }
    }
}
