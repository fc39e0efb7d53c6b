package org.iotconnector.adafruit.rest;

import java.util.Optional;
import org.iotconnector.adafruit.internal.rest.Fields;
import org.iotconnector.core.thing.Values;

/**
 * A random value.
 *
 * @param values the members as received
 */
public record Words(Values values) {
    public String id() {
        return Fields.plainText(values, "id");
    }

    public String value() {
        return Fields.plainText(values, "value");
    }

    /** What it was drawn with. */
    public Optional<String> seed() {
        return Fields.text(values, "seed");
    }
}
