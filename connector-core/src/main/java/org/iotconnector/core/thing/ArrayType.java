package org.iotconnector.core.thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

record ArrayType(int maxSize, DataType itemType) implements DataType {
    ArrayType {
        if (maxSize < 1) {
            throw new IllegalArgumentException("An array's greatest size must be at least 1 but is " + maxSize + ".");
        }
        Objects.requireNonNull(itemType, "itemType");
    }

    @Override
    public String name() {
        return "array";
    }

    @Override
    public String allowed() {
        return "array of at most " + maxSize + " items, each " + itemType.allowed();
    }

    @Override
    public Optional<Value> check(String path, Value value, Consumer<? super Violation> problems) {
        if (!(value instanceof Value.Array it) || it.value().size() > maxSize) {
            return TypeChecks.refuse(path, value, this, problems);
        }
        List<Value> items = new ArrayList<>();
        for (int i = 0; i < it.value().size(); i++) {
            itemType.check(
                            TypeChecks.member(path, Integer.toString(i)),
                            it.value().get(i),
                            problems)
                    .ifPresent(items::add);
        }
        return items.size() == it.value().size() ? Optional.of(new Value.Array(items)) : Optional.empty();
    }

    @Override
    public Value parse(String text) {
        return TypeChecks.parseJson(this, text);
    }

    @Override
    public Optional<DataType> item() {
        return Optional.of(itemType);
    }

    @Override
    public OptionalInt length() {
        return OptionalInt.of(maxSize);
    }
}
