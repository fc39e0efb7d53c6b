package org.iotconnector.core.internal.thing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.FieldSpec;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** The readings that notations share. Numbers in specs stand as texts or as numbers; an empty text counts as absent. */
final class TypeReadings {
    private TypeReadings() {}

    static Optional<DataType> int32(ModelNode node, ModelTypes types) {
        Optional<ModelNode> specs = node.optional("specs");
        int min = whole(specs, "min").orElse(Integer.MIN_VALUE);
        int max = whole(specs, "max").orElse(Integer.MAX_VALUE);
        int step = whole(specs, "step").orElse(1);
        return ModelTypes.build(specs.orElse(node), () -> DataType.int32(min, max, step, unit(specs)));
    }

    static Optional<DataType> int64(ModelNode node, ModelTypes types) {
        Optional<ModelNode> specs = node.optional("specs");
        long min = large(specs, "min").orElse(Long.MIN_VALUE);
        long max = large(specs, "max").orElse(Long.MAX_VALUE);
        long step = large(specs, "step").orElse(1L);
        return ModelTypes.build(specs.orElse(node), () -> DataType.int64(min, max, step, unit(specs)));
    }

    static Optional<DataType> float32(ModelNode node, ModelTypes types) {
        Optional<ModelNode> specs = node.optional("specs");
        double min = number(specs, "min", -Float.MAX_VALUE);
        double max = number(specs, "max", Float.MAX_VALUE);
        double step = number(specs, "step", 0);
        return ModelTypes.build(specs.orElse(node), () -> DataType.float32(min, max, step, unit(specs)));
    }

    static Optional<DataType> float64(ModelNode node, ModelTypes types) {
        Optional<ModelNode> specs = node.optional("specs");
        double min = number(specs, "min", -Double.MAX_VALUE);
        double max = number(specs, "max", Double.MAX_VALUE);
        double step = number(specs, "step", 0);
        return ModelTypes.build(specs.orElse(node), () -> DataType.float64(min, max, step, unit(specs)));
    }

    static Optional<DataType> enumeration(ModelNode node, ModelTypes types) {
        Optional<ModelNode> specs = node.required("specs", "an object of numbers and labels");
        if (specs.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, String> labels = new LinkedHashMap<>();
        Values members = specs.get().members();
        for (String number : members.names()) {
            try {
                labels.put(Integer.parseInt(number), specs.get().text(number, ""));
            } catch (NumberFormatException notWhole) {
                specs.get()
                        .problem(
                                number,
                                "\"" + ModelNode.shorten(number) + "\" must be a whole number, with its label.");
                labels.put(Integer.MIN_VALUE, ""); // one problem is enough: not "no member" as well
            }
        }
        return ModelTypes.build(specs.get(), () -> DataType.enumeration(labels));
    }

    static Optional<DataType> text(ModelNode node, int defaultLength) {
        Optional<ModelNode> specs = node.optional("specs");
        int length = whole(specs, "length").orElse(defaultLength);
        return ModelTypes.build(specs.orElse(node), () -> DataType.text(length));
    }

    static Optional<DataType> struct(ModelNode node, ModelTypes types) {
        Optional<ModelNode> specs = node.required("specs", "an array of members");
        if (specs.isEmpty()) {
            return Optional.empty();
        }
        List<ModelNode> members = specs.get().items();
        if (members.isEmpty()) {
            if (specs.get().isArray()) {
                specs.get().problem("must list at least one member.");
            }
            return Optional.empty();
        }
        List<FieldSpec> fields = types.members(members);
        return fields.size() == members.size() ? Optional.of(DataType.struct(fields)) : Optional.empty();
    }

    /** The first of {@code names} that the specs have. */
    static Optional<String> label(ModelNode node, String... names) {
        Optional<ModelNode> specs = node.optional("specs");
        for (String name : names) {
            Optional<ModelNode> member = specs.flatMap(it -> it.optional(name));
            if (member.isPresent()) {
                return member.get().as(Value::asText);
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> whole(Optional<ModelNode> specs, String name) {
        return specs.flatMap(it -> it.set(name)).flatMap(it -> it.as(Value::asInt));
    }

    private static Optional<Long> large(Optional<ModelNode> specs, String name) {
        return specs.flatMap(it -> it.set(name)).flatMap(it -> it.as(Value::asLong));
    }

    private static double number(Optional<ModelNode> specs, String name, double other) {
        return specs.flatMap(it -> it.set(name))
                .flatMap(it -> it.as(Value::asDouble))
                .orElse(other);
    }

    private static String unit(Optional<ModelNode> specs) {
        return specs.map(it -> it.text("unit", "")).orElse("");
    }
}
