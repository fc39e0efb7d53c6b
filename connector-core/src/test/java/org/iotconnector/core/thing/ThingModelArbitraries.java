package org.iotconnector.core.thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Whole thing models: those that one format can say, and any. */
final class ThingModelArbitraries {
    private static final String LETTERS = "abcXYZ019_";

    private ThingModelArbitraries() {}

    /** Models that a TSL can say: no int64, no bit map, modules and write-only properties. */
    static Arbitrary<ThingModel> tsl() {
        Arbitrary<DataType> plain =
                Arbitraries.oneOf(int32(), float32(), float64(), bool(), enumeration(), text(10_240), date());
        Arbitrary<DataType> items = Arbitraries.oneOf(int32(), float32(), float64(), text(10_240), struct(plain));
        Arbitrary<String> names = identifiers(LETTERS, 50)
                .filter(it -> !Set.of("set", "get", "post", "time", "value").contains(it));
        Arbitrary<String> modules = Arbitraries.of("", "", "sensors:", "m2:");
        Arbitrary<String> features = Combinators.combine(modules, names).as((module, name) -> module + name);
        return models(features, Arbitraries.of(AccessMode.values()), types(plain, items, 512), 30);
    }

    /** Models that OneNET can say: short texts, neither modules nor write-only properties. */
    static Arbitrary<ThingModel> oneNet() {
        Arbitrary<DataType> plain = Arbitraries.oneOf(
                int32(), int64(), float32(), float64(), bool(), enumeration(), bitMap(), text(512), date());
        Arbitrary<DataType> items =
                Arbitraries.oneOf(int32(), int64(), float32(), float64(), text(512), date(), struct(plain));
        Arbitrary<String> names = Combinators.combine(Arbitraries.of("", "", "$"), identifiers(LETTERS + "-", 64))
                .as((prefix, name) -> prefix + name);
        return models(
                names,
                Arbitraries.of(AccessMode.READ, AccessMode.READ_WRITE),
                types(plain, items, Integer.MAX_VALUE),
                32);
    }

    /** Models with names and nesting that hardly any format can say. */
    static Arbitrary<ThingModel> any() {
        Arbitrary<DataType> leaves =
                Arbitraries.oneOf(int32(), int64(), float64(), bool(), enumeration(), bitMap(), text(1 << 20), date());
        Arbitrary<DataType> nested = types(leaves, leaves, 1 << 20);
        Arbitrary<DataType> deep = types(nested, nested, 1 << 20);
        return models(ValueArbitraries.names(), Arbitraries.of(AccessMode.values()), deep, 60);
    }

    private static Arbitrary<ThingModel> models(
            Arbitrary<String> identifiers, Arbitrary<AccessMode> access, Arbitrary<DataType> types, int longestName) {
        Arbitrary<String> names =
                Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(longestName);
        Arbitrary<String> descriptions = Arbitraries.strings().ofMaxLength(20).withCharRange(' ', '~');
        Arbitrary<PropertySpec> properties = Combinators.combine(
                        identifiers, names, access, Arbitraries.of(true, false), types, descriptions)
                .as(PropertySpec::new);
        Arbitrary<List<FieldSpec>> fields = fields(types, 0);
        Arbitrary<EventSpec> events = Combinators.combine(
                        identifiers, names, Arbitraries.of(EventSpec.Kind.values()), fields, descriptions)
                .as(EventSpec::new);
        Arbitrary<ServiceSpec> services = Combinators.combine(
                        identifiers, names, Arbitraries.of(ServiceSpec.CallType.values()), fields, fields, descriptions)
                .as(ServiceSpec::new);
        return Combinators.combine(
                        properties.list().ofMaxSize(4).uniqueElements(PropertySpec::identifier),
                        events.list().ofMaxSize(2).uniqueElements(EventSpec::identifier),
                        services.list().ofMaxSize(2).uniqueElements(ServiceSpec::identifier))
                .as(ThingModelArbitraries::model);
    }

    private static ThingModel model(List<PropertySpec> properties, List<EventSpec> events, List<ServiceSpec> services) {
        ThingModel.Builder model = ThingModel.builder();
        properties.forEach(model::property);
        events.forEach(model::event);
        services.forEach(model::service);
        return model.build();
    }

    private static Arbitrary<DataType> types(Arbitrary<DataType> plain, Arbitrary<DataType> items, int largest) {
        Arbitrary<DataType> arrays = Combinators.combine(Arbitraries.integers().between(1, largest), items)
                .as(DataType::array);
        return Arbitraries.oneOf(plain, struct(plain), arrays);
    }

    private static Arbitrary<DataType> struct(Arbitrary<DataType> members) {
        return fields(members, 1).map(DataType::struct);
    }

    private static Arbitrary<List<FieldSpec>> fields(Arbitrary<DataType> types, int fewest) {
        return Combinators.combine(identifiers(LETTERS, 50), Arbitraries.of("Speed", "速度"), types)
                .as(FieldSpec::new)
                .list()
                .ofMinSize(fewest)
                .ofMaxSize(3)
                .uniqueElements(FieldSpec::identifier);
    }

    private static Arbitrary<String> identifiers(String characters, int longest) {
        return Arbitraries.strings().withChars(characters).ofMinLength(1).ofMaxLength(longest);
    }

    private static Arbitrary<DataType> int32() {
        Arbitrary<Integer> limits = Arbitraries.integers();
        return Combinators.combine(limits, limits, Arbitraries.integers().greaterOrEqual(1), units())
                .as((a, b, step, unit) -> DataType.int32(Math.min(a, b), Math.max(a, b), step, unit));
    }

    private static Arbitrary<DataType> int64() {
        Arbitrary<Long> limits = Arbitraries.longs();
        return Combinators.combine(limits, limits, Arbitraries.longs().greaterOrEqual(1), units())
                .as((a, b, step, unit) -> DataType.int64(Math.min(a, b), Math.max(a, b), step, unit));
    }

    private static Arbitrary<DataType> float32() {
        Arbitrary<Double> limits = Arbitraries.floats().filter(Float::isFinite).map(Float::doubleValue);
        return Combinators.combine(limits, limits, steps(), units())
                .as((a, b, step, unit) -> DataType.float32(Math.min(a, b), Math.max(a, b), step, unit));
    }

    private static Arbitrary<DataType> float64() {
        Arbitrary<Double> limits = Arbitraries.oneOf(
                Arbitraries.doubles().filter(Double::isFinite),
                Arbitraries.of(-Double.MAX_VALUE, -0.0, Double.MIN_VALUE, 1e300, Double.MAX_VALUE));
        return Combinators.combine(limits, limits, steps(), units())
                .as((a, b, step, unit) -> DataType.float64(Math.min(a, b), Math.max(a, b), step, unit));
    }

    private static Arbitrary<Double> steps() {
        return Arbitraries.of(0.0, 0.1, 1.0, 1e-12);
    }

    private static Arbitrary<String> units() {
        return Arbitraries.of("", "%", "°C");
    }

    private static Arbitrary<DataType> bool() {
        return Arbitraries.of("off", "0", "关").map(label -> DataType.bool(label, "on"));
    }

    private static Arbitrary<DataType> enumeration() {
        return Arbitraries.maps(Arbitraries.integers(), Arbitraries.of("a", "b"))
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(DataType::enumeration);
    }

    private static Arbitrary<DataType> bitMap() {
        return Arbitraries.integers().between(1, 32).map(length -> {
            List<BitSpec> bits = new ArrayList<>();
            for (int i = 0; i < length; i += 3) {
                bits.add(new BitSpec(i, "off", "on"));
            }
            return DataType.bitMap(length, bits);
        });
    }

    private static Arbitrary<DataType> text(int longest) {
        return Arbitraries.integers().between(1, longest).map(DataType::text);
    }

    private static Arbitrary<DataType> date() {
        return Arbitraries.just(DataType.date());
    }
}
