package org.iotconnector.core.internal.thing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.FieldSpec;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** Reads the data types of a TSL, whose specs are texts even where they are numbers. */
final class TslTypes {
    private static final String KNOWN = "int, float, double, bool, enum, text, date, struct, array";
    private static final Set<String> ITEMS = Set.of("int", "float", "double", "text", "struct");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_]{1,50}");
    private static final int DEFAULT_TEXT = 10_240;

    private TslTypes() {}

    /** The identifier of a declaration; empty, and a problem, if it is missing or breaks the rules. */
    static Optional<String> identifier(TslNode declaration) {
        return declaration
                .required("identifier", "a text of letters, digits and _")
                .flatMap(node -> node.as(Value::asText).filter(text -> {
                    boolean valid = IDENTIFIER.matcher(text).matches();
                    if (!valid) {
                        node.problem("must be 1 to 50 letters, digits or _, but is \"" + TslNode.shorten(text) + "\".");
                    }
                    return valid;
                }));
    }

    static List<FieldSpec> fields(List<TslNode> nodes) {
        List<FieldSpec> fields = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (TslNode node : nodes) {
            Optional<String> identifier = identifier(node);
            Optional<DataType> type = type(node);
            if (identifier.isPresent() && !seen.add(identifier.get())) {
                node.problem("identifier", "\"" + identifier.get() + "\" is declared twice.");
            } else if (identifier.isPresent() && type.isPresent()) {
                fields.add(new FieldSpec(identifier.get(), node.text("name", identifier.get()), type.get()));
            }
        }
        return fields;
    }

    /** The type of a property or field, from its {@code dataType}. */
    static Optional<DataType> type(TslNode declaration) {
        if (!declaration.isObject()) {
            return Optional.empty(); // the missing identifier was noted already
        }
        return declaration.required("dataType", "an object with type and specs").flatMap(TslTypes::dataType);
    }

    private static Optional<DataType> dataType(TslNode node) {
        Optional<String> name = node.required("type", "one of " + KNOWN).flatMap(it -> it.as(Value::asText));
        return name.flatMap(it -> dataType(it, node));
    }

    private static Optional<DataType> dataType(String name, TslNode node) {
        return switch (name) {
            case "int" -> integer(node);
            case "float" -> decimal(node, true);
            case "double" -> decimal(node, false);
            case "bool" -> Optional.of(DataType.bool(label(node, "0", "false"), label(node, "1", "true")));
            case "enum" -> enumeration(node);
            case "text" -> text(node);
            case "date" -> Optional.of(DataType.date());
            case "struct" -> struct(node);
            case "array" -> array(node);
            default -> {
                node.problem(
                        "type", "\"" + TslNode.shorten(name) + "\" is not a known data type; known: " + KNOWN + ".");
                yield Optional.empty();
            }
        };
    }

    private static Optional<DataType> integer(TslNode node) {
        Optional<TslNode> specs = node.optional("specs");
        int min = whole(specs, "min").orElse(Integer.MIN_VALUE);
        int max = whole(specs, "max").orElse(Integer.MAX_VALUE);
        int step = whole(specs, "step").orElse(1);
        return build(specs.orElse(node), () -> DataType.int32(min, max, step, unit(specs)));
    }

    private static Optional<DataType> decimal(TslNode node, boolean single) {
        Optional<TslNode> specs = node.optional("specs");
        double widest = single ? Float.MAX_VALUE : Double.MAX_VALUE;
        double min = number(specs, "min", -widest);
        double max = number(specs, "max", widest);
        double step = number(specs, "step", 0);
        return build(
                specs.orElse(node),
                () -> single
                        ? DataType.float32(min, max, step, unit(specs))
                        : DataType.float64(min, max, step, unit(specs)));
    }

    private static OptionalInt whole(Optional<TslNode> specs, String name) {
        Optional<Integer> number = specs.flatMap(it -> it.set(name)).flatMap(it -> it.as(Value::asInt));
        return number.isPresent() ? OptionalInt.of(number.get()) : OptionalInt.empty();
    }

    private static double number(Optional<TslNode> specs, String name, double other) {
        return specs.flatMap(it -> it.set(name))
                .flatMap(it -> it.as(Value::asDouble))
                .orElse(other);
    }

    private static String unit(Optional<TslNode> specs) {
        return specs.map(it -> it.text("unit", "")).orElse("");
    }

    private static String label(TslNode node, String number, String other) {
        return node.optional("specs").map(it -> it.text(number, other)).orElse(other);
    }

    private static Optional<DataType> enumeration(TslNode node) {
        Optional<TslNode> specs = node.required("specs", "an object of numbers and labels");
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
                        .problem(number, "\"" + TslNode.shorten(number) + "\" must be a whole number, with its label.");
                labels.put(Integer.MIN_VALUE, ""); // one problem is enough: not "no member" as well
            }
        }
        return build(specs.get(), () -> DataType.enumeration(labels));
    }

    private static Optional<DataType> text(TslNode node) {
        Optional<TslNode> specs = node.optional("specs");
        int length = whole(specs, "length").orElse(DEFAULT_TEXT);
        return build(specs.orElse(node), () -> DataType.text(length));
    }

    private static Optional<DataType> struct(TslNode node) {
        Optional<TslNode> specs = node.required("specs", "an array of members");
        if (specs.isEmpty()) {
            return Optional.empty();
        }
        List<TslNode> members = specs.get().items();
        if (members.isEmpty()) {
            if (specs.get().isArray()) {
                specs.get().problem("must list at least one member.");
            }
            return Optional.empty();
        }
        List<FieldSpec> fields = fields(members);
        return fields.size() == members.size() ? Optional.of(DataType.struct(fields)) : Optional.empty();
    }

    private static Optional<DataType> array(TslNode node) {
        Optional<TslNode> specs = node.required("specs", "an object with size and item");
        if (specs.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> size =
                specs.get().required("size", "the greatest number of items").flatMap(it -> it.as(Value::asInt));
        Optional<DataType> item =
                specs.get().required("item", "an object with the items' type").flatMap(TslTypes::item);
        if (size.isEmpty() || item.isEmpty()) {
            return Optional.empty();
        }
        return build(specs.get(), () -> DataType.array(size.get(), item.get()));
    }

    private static Optional<DataType> item(TslNode node) {
        Optional<String> name =
                node.required("type", "one of int, float, double, text, struct").flatMap(it -> it.as(Value::asText));
        if (name.isPresent() && !ITEMS.contains(name.get())) {
            node.problem(
                    "type",
                    "\"" + TslNode.shorten(name.get())
                            + "\" cannot be the type of an array's items; possible: int, float, double, text, struct.");
            return Optional.empty();
        }
        return name.flatMap(it -> dataType(it, node));
    }

    private static Optional<DataType> build(TslNode specs, Supplier<DataType> type) {
        try {
            return Optional.of(type.get());
        } catch (IllegalArgumentException contradiction) {
            specs.problem(String.valueOf(contradiction.getMessage()));
            return Optional.empty();
        }
    }
}
