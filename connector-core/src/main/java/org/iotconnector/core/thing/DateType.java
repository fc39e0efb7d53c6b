package org.iotconnector.core.thing;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import org.iotconnector.core.MappingException;

record DateType() implements DataType {
    @Override
    public String name() {
        return "date";
    }

    @Override
    public String allowed() {
        return "date (a time, or whole milliseconds since 1970-01-01T00:00Z)";
    }

    @Override
    public Optional<Value> check(String path, Value value, Consumer<? super Violation> problems) {
        if (value instanceof Value.Date) {
            return Optional.of(value);
        }
        try {
            return Optional.of(new Value.Date(Coercion.toInstant(path, value)));
        } catch (MappingException notATime) {
            return TypeChecks.refuse(path, value, this, problems);
        }
    }

    @Override
    public Value parse(String text) {
        try {
            return new Value.Date(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notIso) {
            return new Value.Date(TypeChecks.parse(this, text, it -> Coercion.toInstant("", it)));
        }
    }
}
