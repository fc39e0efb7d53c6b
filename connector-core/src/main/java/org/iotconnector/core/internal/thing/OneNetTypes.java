package org.iotconnector.core.internal.thing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.thing.BitSpec;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.Value;

/** The data types of a OneNET thing model and what it takes as an identifier. */
final class OneNetTypes {
    /**
     * System functions begin with $. The rest is what a topic name may hold, since a service's identifier is a level of
     * one; the length is not documented, and 64 is that of a device's name.
     */
    static final IdentifierRule IDENTIFIERS =
            new IdentifierRule("\\$", "A-Za-z0-9_-", "letters, digits, - and _", 64, Set.of());

    static final int MAX_TEXT = 512;

    static final ModelTypes READER = new ModelTypes(
            IDENTIFIERS,
            readings(),
            List.of("int32", "int64", "float", "double", "string", "date", "struct"),
            List.of("int32", "int64", "float", "double", "bool", "string", "enum", "bitMap", "date"));

    private OneNetTypes() {}

    private static Map<String, ModelTypes.Reading> readings() {
        Map<String, ModelTypes.Reading> readings = new LinkedHashMap<>();
        readings.put("int32", TypeReadings::int32);
        readings.put("int64", TypeReadings::int64);
        readings.put("float", TypeReadings::float32);
        readings.put("double", TypeReadings::float64);
        readings.put("bool", (node, types) -> bool(node));
        readings.put("string", (node, types) -> TypeReadings.text(node, MAX_TEXT));
        readings.put("enum", TypeReadings::enumeration);
        readings.put("bitMap", (node, types) -> bitMap(node));
        readings.put("date", (node, types) -> Optional.of(DataType.date()));
        readings.put("array", OneNetTypes::array);
        readings.put("struct", TypeReadings::struct);
        return readings;
    }

    /** Exports label true and false; some samples of the documentation label 1 and 0 instead. */
    private static Optional<DataType> bool(ModelNode node) {
        String label0 = TypeReadings.label(node, "false", "0").orElse("false");
        return Optional.of(
                DataType.bool(label0, TypeReadings.label(node, "true", "1").orElse("true")));
    }

    private static Optional<DataType> bitMap(ModelNode node) {
        Optional<ModelNode> specs = node.required("specs", "an object with length and define");
        Optional<Integer> length =
                specs.flatMap(it -> it.required("length", "the number of bits").flatMap(bits -> bits.as(Value::asInt)));
        if (specs.isEmpty() || length.isEmpty()) {
            return Optional.empty();
        }
        List<BitSpec> bits = new ArrayList<>();
        for (ModelNode bit : specs.get().list("define")) {
            bit.required("bit", "the number of the bit, from 0")
                    .flatMap(it -> it.as(Value::asInt))
                    .ifPresent(number -> bits.add(new BitSpec(number, bit.text("0", ""), bit.text("1", ""))));
        }
        return ModelTypes.build(specs.get(), () -> DataType.bitMap(length.get(), bits));
    }

    /** The items' type stands beside the length, or, as in samples of the documentation, in an {@code item} as in a TSL. */
    private static Optional<DataType> array(ModelNode node, ModelTypes types) {
        Optional<ModelNode> specs = node.required("specs", "an object with length and type");
        if (specs.isEmpty()) {
            return Optional.empty();
        }
        Optional<ModelNode> size = specs.get().optional("size");
        Optional<Integer> length = (size.isPresent()
                        ? size
                        : specs.get().required("length", "the greatest number of items"))
                .flatMap(it -> it.as(Value::asInt));
        Optional<DataType> item = types.item(specs.get().optional("item").orElse(specs.get()));
        if (length.isEmpty() || item.isEmpty()) {
            return Optional.empty();
        }
        return ModelTypes.build(specs.get(), () -> DataType.array(length.get(), item.get()));
    }
}
