package org.iotconnector.core.thing;

import java.time.Instant;
import java.util.LinkedHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.StringArbitrary;

/** Values of every shape. */
public final class ValueArbitraries {
    private ValueArbitraries() {}

    /** Values that JSON gives back as they were: no floats of single precision and no dates. */
    public static Arbitrary<Value> jsonValues() {
        return nested(jsonLeaves(), 3);
    }

    /** Values of all eight cases. */
    public static Arbitrary<Value> values() {
        Arbitrary<Value> floats = Arbitraries.floats().filter(Float::isFinite).map(Value.Float32::new);
        Arbitrary<Value> dates = Arbitraries.longs().map(it -> new Value.Date(Instant.ofEpochMilli(it)));
        return nested(Arbitraries.oneOf(jsonLeaves(), floats, dates), 3);
    }

    public static Arbitrary<Values> members(Arbitrary<Value> value) {
        return Arbitraries.maps(names(), value).ofMaxSize(4).map(it -> Values.copyOf(new LinkedHashMap<>(it)));
    }

    public static Arbitrary<String> names() {
        return text().ofMinLength(1).ofMaxLength(20).filter(it -> it.length() <= Names.MAX_LENGTH);
    }

    private static StringArbitrary text() {
        return Arbitraries.strings().withCharRange(' ', '~').withCharRange('\u00a0', '\ud7ff');
    }

    private static Arbitrary<Value> jsonLeaves() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(20).filter(it -> Names.unpairedSurrogate(it) < 0),
                Arbitraries.of("", "\u0000", "😀", "\"\\/\b\f\n\r\t", "0", "true", "null"));
        return Arbitraries.oneOf(
                Arbitraries.of(true, false).map(Value.Bool::new),
                Arbitraries.longs().map(Value.Int::new),
                Arbitraries.doubles().filter(Double::isFinite).map(Value.Float64::new),
                Arbitraries.of(0.1, -0.0, 1e15, 1e-9, Double.MIN_VALUE, Double.MAX_VALUE)
                        .map(Value.Float64::new),
                texts.map(Value.Text::new));
    }

    private static Arbitrary<Value> nested(Arbitrary<Value> leaves, int depth) {
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<Value> inner = nested(leaves, depth - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(4, leaves),
                Tuple.of(1, members(inner).map(Value.Struct::new)),
                Tuple.of(1, inner.list().ofMaxSize(4).map(Value.Array::new)));
    }
}
