package org.iotconnector.core.thing;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

record IntegerType(String name, long least, long greatest, long stepSize, String unitText) implements DataType {
    IntegerType {
        if (least > greatest) {
            throw new IllegalArgumentException(
                    "The minimum " + least + " is greater than the maximum " + greatest + ".");
        }
        if (stepSize < 1) {
            throw new IllegalArgumentException("The step of an integer must be at least 1 but is " + stepSize + ".");
        }
    }

    @Override
    public String allowed() {
        String steps = stepSize == 1 ? "" : " in steps of " + stepSize;
        return name + " from " + least + " to " + greatest + steps + (unitText.isEmpty() ? "" : " (" + unitText + ")");
    }

    @Override
    public Optional<Value> check(String path, Value value, Consumer<? super Violation> problems) {
        Long number = wholeNumber(value);
        if (number == null || number < least || number > greatest || !onStep(number)) {
            return TypeChecks.refuse(path, value, this, problems);
        }
        return Optional.of(value instanceof Value.Int ? value : new Value.Int(number));
    }

    private boolean onStep(long number) {
        // The difference may need 65 bits; as an unsigned number it fits.
        return stepSize == 1 || Long.remainderUnsigned(number - least, stepSize) == 0;
    }

    /** A number without a fraction: JSON does not tell 3 from 3.0, and some platforms write the latter. */
    static @Nullable Long wholeNumber(Value value) {
        if (value instanceof Value.Int it) {
            return it.value();
        } else if (value instanceof Value.Float64 it) {
            return Coercion.exactLong(it.value());
        } else if (value instanceof Value.Float32 it) {
            return Coercion.exactLong(it.value());
        }
        return null;
    }

    @Override
    public Value parse(String text) {
        return check(new Value.Int(TypeChecks.parse(this, text, it -> Coercion.toLong("", it))));
    }

    @Override
    public Optional<String> unit() {
        return unitText.isEmpty() ? Optional.empty() : Optional.of(unitText);
    }

    @Override
    public Optional<BigDecimal> min() {
        return Optional.of(BigDecimal.valueOf(least));
    }

    @Override
    public Optional<BigDecimal> max() {
        return Optional.of(BigDecimal.valueOf(greatest));
    }

    @Override
    public Optional<BigDecimal> step() {
        return Optional.of(BigDecimal.valueOf(stepSize));
    }
}
