package org.iotconnector.simulator.internal.aliyun;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** Time service: the device's time comes back with the platform's, all in the JSON type the device used. */
final class Ntp {
    private Ntp() {}

    static String requestTopic(DeviceState device) {
        return "/ext/ntp/" + device.identity() + "/request";
    }

    static String responseTopic(DeviceState device) {
        return "/ext/ntp/" + device.identity() + "/response";
    }

    /** The response, or null when the request holds no time. */
    static byte @Nullable [] response(Map<String, @Nullable Object> request, Clock clock) {
        Object sent = request.get("deviceSendTime");
        if (!(sent instanceof Number || sent instanceof String)) {
            return null;
        }
        long now = clock.millis();
        Object time = sent instanceof Number ? (Object) now : Long.toString(now);
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("deviceSendTime", sent);
        response.put("serverRecvTime", time);
        response.put("serverSendTime", time);
        return Json.write(response);
    }
}
