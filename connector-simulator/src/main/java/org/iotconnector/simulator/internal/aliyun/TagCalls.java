package org.iotconnector.simulator.internal.aliyun;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** Tags the device sets. Alibaba Cloud, "Device tags", read 2026-11-21. */
final class TagCalls {
    private static final int MAX_ITEMS = 200;

    private TagCalls() {}

    static AlinkReply update(DeviceState device, @Nullable Object params) {
        List<Map<String, @Nullable Object>> items = items(params);
        if (items.isEmpty() || items.stream().anyMatch(item -> item.get("attrValue") == null)) {
            return AlinkReply.failure(AlinkCode.PARAMETER_ERROR);
        }
        items.forEach(
                item -> device.tags().put(String.valueOf(item.get("attrKey")), String.valueOf(item.get("attrValue"))));
        return AlinkReply.success();
    }

    static AlinkReply delete(DeviceState device, @Nullable Object params) {
        List<Map<String, @Nullable Object>> items = items(params);
        if (items.isEmpty()) {
            return AlinkReply.failure(AlinkCode.PARAMETER_ERROR);
        }
        items.forEach(item -> device.tags().remove(String.valueOf(item.get("attrKey"))));
        return AlinkReply.success();
    }

    /** All items, or none if one of them is not usable. */
    private static List<Map<String, @Nullable Object>> items(@Nullable Object params) {
        if (!(params instanceof List<?> list) || list.size() > MAX_ITEMS) {
            return List.of();
        }
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        for (Object element : list) {
            Map<String, @Nullable Object> item = Json.object(element).orElse(Map.of());
            if (!(item.get("attrKey") instanceof String)) {
                return List.of();
            }
            items.add(item);
        }
        return items;
    }
}
