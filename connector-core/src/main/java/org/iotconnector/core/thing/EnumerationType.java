package org.iotconnector.core.thing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

record EnumerationType(Map<Integer, String> labels) implements DataType {
    EnumerationType {
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("An enumeration needs at least one member.");
        }
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    @Override
    public String name() {
        return "enum";
    }

    @Override
    public String allowed() {
        return labels.entrySet().stream()
                .map(member -> member.getKey() + " (" + member.getValue() + ")")
                .collect(Collectors.joining(", ", "enum ", ""));
    }

    @Override
    public Optional<Value> check(String path, Value value, Consumer<? super Violation> problems) {
        Long number = IntegerType.wholeNumber(value);
        if (number == null || number != number.intValue() || !labels.containsKey(number.intValue())) {
            return TypeChecks.refuse(path, value, this, problems);
        }
        return Optional.of(value instanceof Value.Int ? value : new Value.Int(number));
    }

    @Override
    public Value parse(String text) {
        for (Map.Entry<Integer, String> member : labels.entrySet()) {
            if (member.getValue().equals(text)) {
                return new Value.Int(member.getKey());
            }
        }
        return check(new Value.Int(TypeChecks.parse(this, text, it -> Coercion.toLong("", it))));
    }
}
