package org.iotconnector.history.internal;

import java.nio.charset.StandardCharsets;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;

/** A value as JSON, which people who open the file with another program can read. */
final class StoredValue {
    private StoredValue() {}

    static String write(Value value) {
        return Json.toText(value);
    }

    static Value read(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
