package org.iotconnector.core.thing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

record BitMapType(int width, List<BitSpec> bits) implements DataType {
    private static final int MAX_WIDTH = 32;

    BitMapType {
        bits = List.copyOf(bits);
        if (width < 1 || width > MAX_WIDTH) {
            throw new IllegalArgumentException(
                    "A bit map must have 1 to " + MAX_WIDTH + " bits but has " + width + ".");
        }
        Set<Integer> seen = new HashSet<>();
        for (BitSpec bit : bits) {
            if (bit.number() < 0 || bit.number() >= width) {
                throw new IllegalArgumentException(
                        "There is no bit " + bit.number() + " in a bit map of " + width + " bits; the first is 0.");
            }
            if (!seen.add(bit.number())) {
                throw new IllegalArgumentException("The bit " + bit.number() + " is there twice.");
            }
        }
    }

    @Override
    public String name() {
        return "bitMap";
    }

    @Override
    public String allowed() {
        return "bitMap of " + width + " bits, a whole number from 0 to " + greatest();
    }

    private long greatest() {
        return (1L << width) - 1;
    }

    @Override
    public Optional<Value> check(String path, Value value, Consumer<? super Violation> problems) {
        Long number = IntegerType.wholeNumber(value);
        if (number == null || number < 0 || number > greatest()) {
            return TypeChecks.refuse(path, value, this, problems);
        }
        return Optional.of(value instanceof Value.Int ? value : new Value.Int(number));
    }

    @Override
    public Value parse(String text) {
        return check(new Value.Int(TypeChecks.parse(this, text, it -> Coercion.toLong("", it))));
    }

    @Override
    public OptionalInt length() {
        return OptionalInt.of(width);
    }
}
