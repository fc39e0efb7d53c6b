package org.iotconnector.core.internal.thing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.FieldSpec;
import org.iotconnector.core.thing.Value;

/** Reads the data types of one notation: a table of their names and of what stands behind each. */
final class ModelTypes {
    /** Reads one type from the object that holds its name and its specs; notes problems and gives nothing if broken. */
    interface Reading {
        Optional<DataType> read(ModelNode dataType, ModelTypes types);
    }

    private final IdentifierRule identifiers;
    private final Map<String, Reading> readings;
    private final List<String> items;
    private final List<String> members;

    /**
     * A table of types.
     *
     * @param readings every type, in the order in which messages list them
     * @param items the names of those that an array may hold
     * @param members the names of those that a struct may hold
     */
    ModelTypes(IdentifierRule identifiers, Map<String, Reading> readings, List<String> items, List<String> members) {
        this.identifiers = identifiers;
        this.readings = readings;
        this.items = items;
        this.members = members;
    }

    /** The identifier of a declaration; empty, and a problem, if it is missing or breaks the rules. */
    Optional<String> identifier(ModelNode declaration) {
        return declaration
                .required("identifier", "a text of " + identifiers.characters())
                .flatMap(node -> node.as(Value::asText).filter(text -> {
                    boolean valid = identifiers.allows(text);
                    if (!valid) {
                        node.problem("must be " + identifiers + ", but is \"" + ModelNode.shorten(text) + "\".");
                    }
                    return valid;
                }));
    }

    /** Inputs or outputs. */
    List<FieldSpec> fields(List<ModelNode> nodes) {
        return fields(nodes, List.copyOf(readings.keySet()), "");
    }

    /** The members of a struct. */
    List<FieldSpec> members(List<ModelNode> nodes) {
        return fields(nodes, members, "a struct's member");
    }

    private List<FieldSpec> fields(List<ModelNode> nodes, List<String> allowed, String place) {
        List<FieldSpec> fields = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ModelNode node : nodes) {
            Optional<String> identifier = identifier(node);
            Optional<DataType> type = declared(node, allowed, place);
            if (identifier.isPresent() && !seen.add(identifier.get())) {
                node.problem("identifier", "\"" + identifier.get() + "\" is declared twice.");
            } else if (identifier.isPresent() && type.isPresent()) {
                fields.add(new FieldSpec(identifier.get(), node.text("name", identifier.get()), type.get()));
            }
        }
        return fields;
    }

    /** The type of a property, from its {@code dataType}. */
    Optional<DataType> type(ModelNode declaration) {
        return declared(declaration, List.copyOf(readings.keySet()), "");
    }

    private Optional<DataType> declared(ModelNode declaration, List<String> allowed, String place) {
        if (!declaration.isObject()) {
            return Optional.empty(); // the missing identifier was noted already
        }
        return declaration
                .required("dataType", "an object with type and specs")
                .flatMap(node -> dataType(node, allowed, place));
    }

    /** The type of an array's items, from an object with their type and specs. */
    Optional<DataType> item(ModelNode node) {
        return dataType(node, items, "the type of an array's items");
    }

    private Optional<DataType> dataType(ModelNode node, List<String> allowed, String place) {
        Optional<String> name =
                node.required("type", "one of " + String.join(", ", allowed)).flatMap(it -> it.as(Value::asText));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String type = name.get();
        if (!allowed.contains(type)) {
            String list = String.join(", ", allowed);
            String quoted = "\"" + ModelNode.shorten(type) + "\"";
            node.problem(
                    "type",
                    place.isEmpty()
                            ? quoted + " is not a known data type; known: " + list + "."
                            : quoted + " cannot be " + place + "; possible: " + list + ".");
            return Optional.empty();
        }
        Reading reading = readings.get(type);
        return reading == null ? Optional.empty() : reading.read(node, this);
    }

    /** Makes a type; what contradicts itself becomes a problem at {@code node}. */
    static Optional<DataType> build(ModelNode node, Supplier<DataType> type) {
        try {
            return Optional.of(type.get());
        } catch (IllegalArgumentException contradiction) {
            node.problem(String.valueOf(contradiction.getMessage()));
            return Optional.empty();
        }
    }
}
