package org.iotconnector.core.thing;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

record TextType(int maxLength) implements DataType {
    TextType {
        if (maxLength < 1) {
            throw new IllegalArgumentException("A text's greatest length must be at least 1 but is " + maxLength + ".");
        }
    }

    @Override
    public String name() {
        return "text";
    }

    @Override
    public String allowed() {
        return "text of at most " + maxLength + " characters";
    }

    @Override
    public Optional<Value> check(String path, Value value, Consumer<? super Violation> problems) {
        if (!(value instanceof Value.Text it)) {
            return TypeChecks.refuse(path, value, this, problems);
        }
        int length = it.value().codePointCount(0, it.value().length());
        if (length > maxLength) {
            problems.accept(
                    new Violation(path, "is " + Coercion.describe(value) + " of " + length + " characters", allowed()));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    @Override
    public Value parse(String text) {
        return check(TypeChecks.parse(this, text, it -> it));
    }

    @Override
    public OptionalInt length() {
        return OptionalInt.of(maxLength);
    }
}
