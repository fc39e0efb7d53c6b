package org.iotconnector.simulator.internal.onenet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The platform's answer to a OneJSON request.
 *
 * @param code 200 for success
 * @param msg its text
 * @param data result, null when there is none
 */
record OneJsonReply(int code, String msg, @Nullable Object data) {
    private static final int SUCCESS = 200;

    static OneJsonReply success() {
        return success(null);
    }

    static OneJsonReply success(@Nullable Object data) {
        return new OneJsonReply(SUCCESS, "success", data);
    }

    static OneJsonReply failure(Refused refused) {
        return new OneJsonReply(refused.code(), refused.text(), null);
    }

    /** The complete message. */
    Map<String, @Nullable Object> envelope(String id) {
        Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
        envelope.put("id", id);
        envelope.put("code", code);
        envelope.put("msg", msg);
        if (data != null) {
            envelope.put("data", data);
        }
        return envelope;
    }
}
