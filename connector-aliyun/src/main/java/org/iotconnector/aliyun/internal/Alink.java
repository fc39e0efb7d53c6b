package org.iotconnector.aliyun.internal;

import java.time.Instant;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.JsonForm;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** What all Alink messages share. Aliyun IoT, "Alink protocol" and "Data types of the thing model", read 2026-11. */
final class Alink {
    static final int SUCCESS = 200;

    /** A bool is 0 or 1 on the wire, a date a text of milliseconds. */
    static final JsonForm FORM = JsonForm.plain().withNumericBooleans().withTextDates();

    private Alink() {}

    static Values read(Bytes payload) {
        return Json.readObject(payload.toArray());
    }

    /** The message's id as text; some clouds and samples write a number. Empty if there is none. */
    static String id(Values message) {
        return message.has("id") ? message.text("id") : "";
    }

    static void timed(JsonWriter json, Value value, Instant time) {
        json.startObject();
        json.name("value").value(value).name("time").number(millis(time));
        json.endObject();
    }

    static long millis(Instant time) {
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException tooFar) {
            throw new MappingException("time", time + " is too far away to be counted in milliseconds.", tooFar);
        }
    }
}
