package org.iotconnector.onenet.internal;

import java.util.regex.Pattern;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** Updates of a device image, {@code {"state":{"reported":{…},"desired":{…}}}}, within the platform's limits. */
final class ImageUpdates {
    private static final int MAX_BYTES = 4096;
    private static final int MAX_DEPTH = 4;
    private static final int MAX_TEXT_BYTES = 512;
    private static final long MAX_INTEGER = 4_503_599_627_370_495L;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,30}");

    private ImageUpdates() {}

    static Bytes write(Values reported, Values desired) {
        if (reported.isEmpty() && desired.isEmpty()) {
            throw new MappingException("", "An update of the device image needs reported or desired values.");
        }
        JsonWriter json = JsonWriter.create().startObject().name("state").startObject();
        part(json, "reported", reported);
        part(json, "desired", desired);
        Bytes payload = Bytes.copyOf(json.endObject().endObject().finish());
        if (payload.length() > MAX_BYTES) {
            throw new MappingException(
                    "",
                    "The update of the device image has " + payload.length() + " bytes; OneNET takes " + MAX_BYTES
                            + ".");
        }
        return payload;
    }

    private static void part(JsonWriter json, String name, Values values) {
        if (!values.isEmpty()) {
            check("/" + name, values, 1);
            json.name(name).value(values);
        }
    }

    private static void check(String path, Values values, int depth) {
        if (depth > MAX_DEPTH) {
            throw new MappingException(
                    path, "is nested deeper than the " + MAX_DEPTH + " levels that OneNET takes in a device image.");
        }
        values.forEach((name, value) -> {
            String at = path + "/" + name;
            if (!NAME.matcher(name).matches()) {
                throw new MappingException(
                        at, "is no name for a member of a device image; use 1 to 30 characters of A-Z a-z 0-9 _.");
            }
            check(at, value, depth);
        });
    }

    private static void check(String path, Value value, int depth) {
        if (value instanceof Value.Struct object) {
            check(path, object.value(), depth + 1);
        } else if (value instanceof Value.Array array) {
            array.value().forEach(item -> check(path, item, depth + 1));
        } else if (value instanceof Value.Text text) {
            int bytes = Bytes.ofUtf8(text.value()).length();
            if (bytes > MAX_TEXT_BYTES) {
                throw new MappingException(
                        path,
                        "is a text of " + bytes + " bytes; OneNET takes " + MAX_TEXT_BYTES + " in a device image.");
            }
        } else if (value instanceof Value.Int number
                && (number.value() > MAX_INTEGER || number.value() < -MAX_INTEGER - 1)) {
            throw new MappingException(
                    path,
                    "is " + number.value() + "; OneNET takes integers from " + (-MAX_INTEGER - 1) + " to " + MAX_INTEGER
                            + " in a device image.");
        }
    }
}
