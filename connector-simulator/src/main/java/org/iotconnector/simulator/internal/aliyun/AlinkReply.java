package org.iotconnector.simulator.internal.aliyun;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The platform's answer to a request.
 *
 * @param code 200 for success
 * @param data result, empty when there is none
 */
record AlinkReply(int code, Map<String, ? extends @Nullable Object> data) {

    static AlinkReply success() {
        return new AlinkReply(AlinkCode.SUCCESS, Map.of());
    }

    static AlinkReply success(Map<String, ? extends @Nullable Object> data) {
        return new AlinkReply(AlinkCode.SUCCESS, data);
    }

    static AlinkReply failure(int code) {
        return new AlinkReply(code, Map.of());
    }

    /** The complete message. */
    Map<String, @Nullable Object> envelope(String id, String method) {
        Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
        envelope.put("code", code);
        envelope.put("data", data);
        envelope.put("id", id);
        envelope.put("message", AlinkCode.message(code));
        envelope.put("method", method);
        envelope.put("version", "1.0");
        return envelope;
    }
}
