package org.iotconnector.core.internal.thing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.Value;

/** The data types of a TSL and what it takes as an identifier. */
final class TslTypes {
    /** Names no feature may have: the generated features, and the members of a value that carries its time. */
    static final IdentifierRule IDENTIFIERS = new IdentifierRule(
            "", "A-Za-z0-9_", "letters, digits and _", 50, Set.of("set", "get", "post", "time", "value"));

    static final int MAX_TEXT = 10_240;

    static final ModelTypes READER = new ModelTypes(
            IDENTIFIERS,
            readings(),
            List.of("int", "float", "double", "text", "struct"),
            List.copyOf(readings().keySet()));

    private TslTypes() {}

    private static Map<String, ModelTypes.Reading> readings() {
        Map<String, ModelTypes.Reading> readings = new LinkedHashMap<>();
        readings.put("int", TypeReadings::int32);
        readings.put("float", TypeReadings::float32);
        readings.put("double", TypeReadings::float64);
        readings.put("bool", (node, types) -> bool(node));
        readings.put("enum", TypeReadings::enumeration);
        readings.put("text", (node, types) -> TypeReadings.text(node, MAX_TEXT));
        readings.put("date", (node, types) -> Optional.of(DataType.date()));
        readings.put("struct", TypeReadings::struct);
        readings.put("array", TslTypes::array);
        return readings;
    }

    private static Optional<DataType> bool(ModelNode node) {
        String label0 = TypeReadings.label(node, "0").orElse("false");
        return Optional.of(DataType.bool(label0, TypeReadings.label(node, "1").orElse("true")));
    }

    private static Optional<DataType> array(ModelNode node, ModelTypes types) {
        Optional<ModelNode> specs = node.required("specs", "an object with size and item");
        if (specs.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> size =
                specs.get().required("size", "the greatest number of items").flatMap(it -> it.as(Value::asInt));
        Optional<DataType> item =
                specs.get().required("item", "an object with the items' type").flatMap(types::item);
        if (size.isEmpty() || item.isEmpty()) {
            return Optional.empty();
        }
        return ModelTypes.build(specs.get(), () -> DataType.array(size.get(), item.get()));
    }
}
