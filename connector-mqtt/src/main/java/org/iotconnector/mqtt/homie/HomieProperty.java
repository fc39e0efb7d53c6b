package org.iotconnector.mqtt.homie;

import java.util.Optional;

/**
 * A property of a device, as a controller sees it.
 *
 * @param name what people call it; its id if the device gives none
 * @param format as the device gives it; empty for none
 * @param unit empty for none
 * @param settable whether it can be set
 * @param retained whether the broker keeps its values
 * @param value the last value as text; empty before the first
 * @param target version 5: what the device said last that it is going for
 */
public record HomieProperty(
        String id,
        String name,
        HomieDatatype datatype,
        String format,
        String unit,
        boolean settable,
        boolean retained,
        Optional<String> value,
        Optional<String> target) {

    HomieProperty with(Optional<String> newValue, Optional<String> newTarget) {
        return new HomieProperty(id, name, datatype, format, unit, settable, retained, newValue, newTarget);
    }
}
