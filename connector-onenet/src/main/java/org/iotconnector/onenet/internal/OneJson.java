package org.iotconnector.onenet.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.OneNetDeviceId;

/** What all OneJSON messages share. OneNET, "OneJSON data format", read 2026-11. */
final class OneJson {
    static final int SUCCESS = 200;

    private static final Pattern ID = Pattern.compile("[0-9]{1,13}");
    private static final long LARGEST_ID = 9_999_999_999_999L;

    private OneJson() {}

    static Values read(Bytes payload) {
        return Json.readObject(payload.toArray());
    }

    /** The id of a request: a text of 1 to 13 digits, counting from 1 and never 0. */
    static String id(long sequence) {
        return Long.toString(Math.floorMod(sequence - 1, LARGEST_ID) + 1);
    }

    /** Whether {@code text} can be an id at all. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The message's id as text, though some platforms write a number. Empty if there is none. */
    static String id(Values message) {
        return message.has("id") ? message.text("id") : "";
    }

    /** A text is often an exception's; half a character in it must not cost the message. */
    static String encodable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Writes a device into the object that is open; mind the spelling, which differs from that of the application API. */
    static void identity(JsonWriter json, OneNetDeviceId device) {
        json.name("productID").text(device.productId()).name("deviceName").text(device.deviceName());
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
