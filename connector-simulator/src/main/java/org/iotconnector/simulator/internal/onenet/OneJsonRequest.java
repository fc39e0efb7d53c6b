package org.iotconnector.simulator.internal.onenet;

import java.io.IOException;
import java.util.Map;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A request of a device in OneJSON.
 *
 * @param id what it gave as {@code id}, as text; empty when there is none
 * @param params null when absent
 */
record OneJsonRequest(String id, @Nullable Object params) {
    private static final String DIGITS = "[0-9]{1,13}";

    /** Whether this is an id a message may have: a text of 1 to 13 digits. */
    static boolean isId(@Nullable Object id) {
        return id instanceof String text && text.matches(DIGITS);
    }

    /** Reads the envelope as far as it can be read; what is wrong with it is in {@link Envelope#problem}. */
    static Envelope read(byte[] payload) {
        Object json;
        try {
            json = Json.read(payload);
        } catch (IOException notJson) {
            return Envelope.bad("", new Refused(Refused.JSON_FORMAT, "json format error"));
        }
        Map<String, @Nullable Object> object = Json.object(json).orElse(null);
        if (object == null) {
            return Envelope.bad("", new Refused(Refused.JSON_FORMAT, "json format error: not an object"));
        }
        Object id = object.get("id");
        String idText = id == null ? "" : id.toString();
        if (!isId(id)) {
            return Envelope.bad(
                    idText,
                    new Refused(Refused.BAD_MESSAGE_ID, "message id error: must be a string of 1 to 13 digits"));
        }
        return new Envelope(new OneJsonRequest(idText, object.get("params")), null);
    }

    /**
     * An envelope that was read.
     *
     * @param request what could be read
     * @param problem why it is refused, null if it is not
     */
    record Envelope(OneJsonRequest request, @Nullable Refused problem) {
        private static Envelope bad(String id, Refused problem) {
            return new Envelope(new OneJsonRequest(id, null), problem);
        }
    }
}
