package org.iotconnector.simulator.internal.adafruit.http;

import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.json.Json;

/** What {@code before} holds: the last datum of a page, as JSON in base64. Clients must not look into it. */
final class Cursor {
    private static final String TIME_ID = "time_id";

    private Cursor() {}

    static String write(String datumId, long feedId) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(TIME_ID, datumId);
        json.put("feed_id", feedId + ".0");
        return Base64.getEncoder().encodeToString(Json.write(json));
    }

    /** The id of the datum. */
    static String read(String cursor) {
        return datumId(cursor).orElseThrow(() -> ApiFailure.malformed("before is not what a page's link gave"));
    }

    private static Optional<String> datumId(String cursor) {
        try {
            // A plus that was not encoded has become a space.
            byte[] text = Base64.getDecoder().decode(cursor.replace(' ', '+'));
            return Json.object(Json.read(text))
                    .flatMap(json -> Optional.ofNullable(json.get(TIME_ID)))
                    .map(Object::toString);
        } catch (IllegalArgumentException | IOException malformed) {
            return Optional.empty();
        }
    }
}
