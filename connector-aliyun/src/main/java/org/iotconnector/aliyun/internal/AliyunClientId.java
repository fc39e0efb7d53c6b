package org.iotconnector.aliyun.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The client identifier of CONNECT taken apart: {@code clientId|securemode=3,signmethod=hmacsha1|}. Aliyun IoT,
 * "MQTT-TCP connection", read 2026-11.
 *
 * @param clientId the signed part
 * @param parameters what stands between the bars, in its order
 */
public record AliyunClientId(String clientId, Map<String, String> parameters) {
    public AliyunClientId {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * Reads what any client may send: parameters in any order, a comma before the closing bar, line ends between
     * parameters, no closing bar, no parameters at all. A parameter without {@code =} has an empty value; of two with
     * one name the later counts.
     */
    public static AliyunClientId parse(String text) {
        int bar = text.indexOf('|');
        if (bar < 0) {
            return new AliyunClientId(text, Map.of());
        }
        String between =
                text.substring(bar + 1, text.endsWith("|") ? Math.max(bar + 1, text.length() - 1) : text.length());
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String item : between.split(",", -1)) {
            String parameter = item.strip();
            int equalsSign = parameter.indexOf('=');
            if (equalsSign >= 0) {
                parameters.put(parameter.substring(0, equalsSign), parameter.substring(equalsSign + 1));
            } else if (!parameter.isEmpty()) {
                parameters.put(parameter, "");
            }
        }
        return new AliyunClientId(text.substring(0, bar), parameters);
    }

    /** The form that goes into CONNECT. */
    public String text() {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(",", clientId + "|", "|"));
    }
}
