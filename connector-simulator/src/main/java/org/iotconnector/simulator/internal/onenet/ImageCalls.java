package org.iotconnector.simulator.internal.onenet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** Device image topics. What the accepting messages hold is not documented; here it is the whole document. */
final class ImageCalls {
    private static final int ILLEGAL_JSON = 160;
    private static final int TOO_LARGE = 161;
    private static final int TOO_DEEP = 162;
    private static final int NO_STATE = 163;
    private static final int NOTHING_GIVEN = 164;
    private static final int INVALID = 165;
    private static final int NO_IMAGE = 167;

    private static final int MAX_BYTES = 4096;
    private static final int MAX_DEPTH = 4;
    private static final int MAX_TEXT_BYTES = 512;
    private static final long MAX_INTEGER = 4_503_599_627_370_495L;
    private static final String KEY = "[A-Za-z0-9_]{1,30}";

    private final ReplySender replies;
    private final Clock clock;

    ImageCalls(ReplySender replies, Clock clock) {
        this.replies = replies;
        this.clock = clock;
    }

    void handle(DeviceState device, String path, byte[] payload) {
        try {
            if (path.equals("image/update")) {
                update(device, payload);
            } else if (!device.image().exists()) {
                throw new Refused(NO_IMAGE, "image not exists");
            }
            replies.send(device, path + "/accepted", Json.write(device.image().document()));
        } catch (Refused refused) {
            Map<String, @Nullable Object> body = new LinkedHashMap<>();
            body.put("err_code", refused.code());
            body.put("err_msg", refused.text());
            replies.send(device, path + "/rejected", Json.write(body));
            return;
        }
        if (path.equals("image/update")) {
            sendDelta(device);
        }
    }

    /** Tells the device what it is wanted to be, if that is not what it is. */
    void sendDelta(DeviceState device) {
        Map<String, @Nullable Object> delta = device.image().delta();
        if (delta != null) {
            replies.send(device, "image/update/delta", Json.write(delta));
        }
    }

    private void update(DeviceState device, byte[] payload) throws Refused {
        if (payload.length > MAX_BYTES) {
            throw new Refused(TOO_LARGE, "json out of bound");
        }
        Map<String, @Nullable Object> state = Json.object(object(payload).get("state"))
                .orElseThrow(() -> new Refused(NO_STATE, "state key not found"));
        Map<String, @Nullable Object> reported =
                Json.object(state.get("reported")).orElse(Map.of());
        Map<String, @Nullable Object> desired =
                Json.object(state.get("desired")).orElse(Map.of());
        if (reported.isEmpty() && desired.isEmpty()) {
            throw new Refused(NOTHING_GIVEN, "desired or reported missing");
        }
        check(reported, 1);
        check(desired, 1);
        device.image().update(reported, desired, clock.instant());
    }

    private static Map<String, @Nullable Object> object(byte[] payload) throws Refused {
        try {
            return Json.object(Json.read(payload)).orElseThrow(() -> new Refused(ILLEGAL_JSON, "illegal json"));
        } catch (IOException notJson) {
            throw new Refused(ILLEGAL_JSON, "illegal json");
        }
    }

    private static void check(@Nullable Object value, int depth) throws Refused {
        if (value instanceof Map<?, ?> map) {
            if (depth > MAX_DEPTH) {
                throw new Refused(TOO_DEEP, "depth out of bound");
            }
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (!String.valueOf(entry.getKey()).matches(KEY)) {
                    throw new Refused(INVALID, "invalid parameters: key [" + entry.getKey() + "]");
                }
                check(entry.getValue(), depth + 1);
            }
        } else if (value instanceof String text && text.getBytes(StandardCharsets.UTF_8).length > MAX_TEXT_BYTES) {
            throw new Refused(INVALID, "invalid parameters: a text of more than 512 bytes");
        } else if (value instanceof Long number && (number > MAX_INTEGER || number < -MAX_INTEGER - 1)) {
            throw new Refused(INVALID, "invalid parameters: integer [" + number + "]");
        }
    }
}
