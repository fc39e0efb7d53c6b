package org.iotconnector.core.thing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DataTypePropertyTest {
    private static final DataType POINT = DataType.struct(
            List.of(FieldSpec.of("x", DataType.float64(-180, 180)), FieldSpec.of("label", DataType.text(3))));

    @Property(tries = 1000)
    void check_whatItGave_staysTheSame(@ForAll("types") DataType type, @ForAll("candidates") Value value) {
        List<Violation> problems = new ArrayList<>();

        type.check("p", value, problems::add)
                .ifPresentOrElse(
                        it -> {
                            assertThat(problems).isEmpty();
                            assertThat(type.check(it)).isEqualTo(it);
                        },
                        () -> assertThat(problems).isNotEmpty());
    }

    @Provide
    Arbitrary<DataType> types() {
        Map<Integer, String> labels = Map.of(0, "a", 1, "b");
        return Arbitraries.of(
                DataType.int32(),
                DataType.int32(0, 100, 5, "%"),
                DataType.int64(),
                DataType.float32(),
                DataType.float32(0, 0.1),
                DataType.float64(),
                DataType.float64(-0.3, 0.7),
                DataType.bool(),
                DataType.enumeration(labels),
                DataType.text(10),
                DataType.date(),
                POINT,
                DataType.array(2, DataType.float32()));
    }

    /** Mostly near what fits, so that both outcomes are met. */
    @Provide
    Arbitrary<Value> candidates() {
        Arbitrary<Value> point =
                Arbitraries.doubles().between(-200, 200).map(x -> Value.of(Values.of("x", x, "label", "a")));
        Arbitrary<Value> floats = Arbitraries.floats().between(-1, 1).map(Value.Float32::new);
        return Arbitraries.oneOf(
                ValueArbitraries.values(),
                Arbitraries.integers().between(-2, 110).map(Value::of),
                Arbitraries.doubles().between(-1, 1).map(Value.Float64::new),
                floats,
                floats.list().ofMaxSize(3).map(it -> new Value.Array(it)),
                point);
    }
}
