package org.iotconnector.core.thing;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import org.iotconnector.core.internal.thing.NumberText;

record DecimalType(boolean single, double least, double greatest, double stepSize, String unitText)
        implements DataType {
    DecimalType {
        if (!Double.isFinite(least) || !Double.isFinite(greatest) || least > greatest) {
            throw new IllegalArgumentException(
                    "The limits must be finite and in order, but are " + least + " and " + greatest + ".");
        }
        if (!Double.isFinite(stepSize) || stepSize < 0) {
            throw new IllegalArgumentException("The step must be 0 (none) or more but is " + stepSize + ".");
        }
        // Makes -0.0 a plain 0, which is the same limit but would not be an equal one.
        least += 0.0;
        greatest += 0.0;
        stepSize += 0.0;
    }

    @Override
    public String name() {
        return single ? "float" : "double";
    }

    @Override
    public String allowed() {
        boolean open = single ? Math.abs(least) >= Float.MAX_VALUE : Math.abs(least) >= Double.MAX_VALUE;
        String range = open ? "" : " from " + NumberText.of(least) + " to " + NumberText.of(greatest);
        return name() + range + (unitText.isEmpty() ? "" : " (" + unitText + ")");
    }

    @Override
    public Optional<Value> check(String path, Value value, Consumer<? super Violation> problems) {
        if (value instanceof Value.Float32 it) {
            // A limit of 0.1 must let 0.1f pass, which as a double is a little greater.
            double asWritten = inside(it.value()) ? it.value() : NumberText.widen(it.value());
            if (inside(asWritten)) {
                return Optional.of(single ? value : new Value.Float64(NumberText.widen(it.value())));
            }
        } else if (value instanceof Value.Float64 it) {
            return single ? narrow(path, value, it.value(), problems) : keep(path, value, it.value(), problems);
        } else if (value instanceof Value.Int it) {
            double number = it.value();
            return single ? narrow(path, value, number, problems) : keep(path, value, number, problems);
        }
        return TypeChecks.refuse(path, value, this, problems);
    }

    private Optional<Value> narrow(String path, Value value, double number, Consumer<? super Violation> problems) {
        float narrowed = (float) number;
        if (!inside(number) || !Float.isFinite(narrowed)) {
            return TypeChecks.refuse(path, value, this, problems);
        }
        return check(path, new Value.Float32(narrowed), problems);
    }

    private Optional<Value> keep(String path, Value value, double number, Consumer<? super Violation> problems) {
        if (!inside(number)) {
            return TypeChecks.refuse(path, value, this, problems);
        }
        return Optional.of(value instanceof Value.Float64 ? value : new Value.Float64(number));
    }

    private boolean inside(double number) {
        return number >= least && number <= greatest;
    }

    @Override
    public Value parse(String text) {
        return check(new Value.Float64(TypeChecks.parse(this, text, it -> Coercion.toDouble("", it))));
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
        return stepSize == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(stepSize));
    }
}
