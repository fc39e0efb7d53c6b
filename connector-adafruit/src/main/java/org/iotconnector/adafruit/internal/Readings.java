package org.iotconnector.adafruit.internal;

import java.util.Optional;
import java.util.OptionalDouble;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** Members of records that others write, who may leave out or rename what they like. */
public final class Readings {
    private Readings() {}

    public static Optional<String> text(Values members, String name) {
        return members.find(name).filter(Value.Text.class::isInstance).map(Value::asText);
    }

    public static OptionalDouble number(Values members, String name) {
        Optional<Value> value = members.find(name);
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(value.get().asDouble());
        } catch (MappingException noNumber) {
            return OptionalDouble.empty();
        }
    }
}
