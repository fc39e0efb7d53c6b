package org.iotconnector.core.thing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

record BoolType(String label0, String label1) implements DataType {
    @Override
    public String name() {
        return "bool";
    }

    @Override
    public String allowed() {
        return "bool: false or 0 (" + label0 + "), true or 1 (" + label1 + ")";
    }

    @Override
    public Optional<Value> check(String path, Value value, Consumer<? super Violation> problems) {
        if (value instanceof Value.Bool) {
            return Optional.of(value);
        }
        Long number = IntegerType.wholeNumber(value);
        if (number == null || number < 0 || number > 1) {
            return TypeChecks.refuse(path, value, this, problems);
        }
        return Optional.of(new Value.Bool(number == 1));
    }

    @Override
    public Value parse(String text) {
        return new Value.Bool(TypeChecks.parse(this, text, it -> Coercion.toBool("", it)));
    }

    @Override
    public Map<Integer, String> labels() {
        Map<Integer, String> labels = new LinkedHashMap<>();
        labels.put(0, label0);
        labels.put(1, label1);
        return Collections.unmodifiableMap(labels);
    }
}
