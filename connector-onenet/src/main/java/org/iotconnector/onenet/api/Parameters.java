package org.iotconnector.onenet.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.onenet.OneNetDeviceId;

/** The query parameters that many operations have. */
final class Parameters {
    private Parameters() {}

    static Map<String, String> ofProduct(String productId) {
        return Map.of("product_id", productId);
    }

    static Map<String, String> of(OneNetDeviceId device) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("product_id", device.productId());
        parameters.put("device_name", device.deviceName());
        return parameters;
    }

    /** In milliseconds. */
    static Map<String, String> period(Map<String, String> parameters, Instant from, Instant to) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put("start_time", Long.toString(from.toEpochMilli()));
        more.put("end_time", Long.toString(to.toEpochMilli()));
        return more;
    }

    static Map<String, String> page(Map<String, String> parameters, int offset, int limit) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put("offset", Integer.toString(offset));
        more.put("limit", Integer.toString(limit));
        return more;
    }
}
