package org.iotconnector.core.internal.thing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.FieldSpec;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** Writes data types in one notation: a table of what it calls each of the toolkit's and how it details them. */
final class TypeWriter {
    private static final int LONGEST_PLAIN_NUMBER = 40;

    /** The specs of a type; empty, and a note, if they cannot be written. */
    interface Specs {
        Optional<Value> write(DataType type, String place, TypeWriter types);
    }

    /** What a notation calls a type, and its specs. */
    record Form(String name, Specs specs) {}

    private final Map<String, Form> forms;
    private final Set<String> items;
    private final Set<String> members;
    private final ModelLimits limits;
    private final Notes notes;

    /**
     * A table of types by the toolkit's names.
     *
     * @param items the names of those that an array may hold
     * @param members the names of those that a struct may hold
     */
    TypeWriter(Map<String, Form> forms, Set<String> items, Set<String> members, ModelLimits limits, Notes notes) {
        this.forms = forms;
        this.items = items;
        this.members = members;
        this.limits = limits;
        this.notes = notes;
    }

    /** The {@code dataType} of a property, input or output; empty, and a note, if nothing can stand for it. */
    Optional<Values> type(DataType type, String place) {
        return write(type, place, forms.keySet(), "");
    }

    Optional<Values> item(DataType type, String place) {
        return write(type, place, items, " in an array");
    }

    private Optional<Values> write(DataType type, String place, Set<String> allowed, String where) {
        DataType written = type;
        List<String> advice = new ArrayList<>();
        while (!allowed.contains(written.name())) {
            Optional<StandIn> standIn = StandIn.of(written);
            if (standIn.isEmpty()) {
                notes.add(
                        place,
                        limits.platform() + " takes no " + type.name() + where + ", so the feature is left out.",
                        "Declare its parts as features of their own, or send it as a text of JSON.");
                return Optional.empty();
            }
            advice.add(standIn.get().advice());
            written = standIn.get().type();
        }
        Form form = forms.get(written.name());
        if (form == null) {
            throw new IllegalStateException("There is no form for " + written.name() + "; this is a bug in core.");
        }
        if (!advice.isEmpty()) {
            notes.add(
                    place,
                    limits.platform() + " has no " + type.name() + where + "; it is written as " + form.name() + ".",
                    String.join(" ", advice));
        }
        return form.specs().write(written, place, this).map(specs -> Values.of("type", form.name(), "specs", specs));
    }

    /** Inputs or outputs; empty if any of them cannot be written. */
    Optional<Value> fields(List<FieldSpec> fields, String place) {
        return fields(fields, place, forms.keySet(), "");
    }

    /** The specs of a struct. */
    static Optional<Value> members(DataType struct, String place, TypeWriter types) {
        return types.fields(struct.fields(), place, types.members, " in a struct");
    }

    private Optional<Value> fields(List<FieldSpec> fields, String place, Set<String> allowed, String where) {
        List<Value> written = new ArrayList<>();
        Identifiers identifiers = new Identifiers(limits.identifiers(), limits.platform(), notes);
        for (FieldSpec field : fields) {
            String at = Notes.child(place, field.identifier());
            String identifier = identifiers.field(field.identifier(), at);
            write(field.type(), at, allowed, where)
                    .ifPresent(type -> written.add(Value.of(Values.of(
                            "identifier",
                            identifier,
                            "name",
                            limits.name(field.name(), identifier, at, notes),
                            "dataType",
                            type))));
        }
        return written.size() == fields.size() ? Optional.of(new Value.Array(written)) : Optional.empty();
    }

    /** Limits, step and unit of a number, as texts; a limit as wide as the type is left out. */
    static Optional<Value> number(DataType type, String place, TypeWriter types) {
        Values.Builder specs = Values.builder();
        double widest = type.name().equals("float") ? Float.MAX_VALUE : Double.MAX_VALUE;
        type.min().filter(it -> it.doubleValue() > -widest).ifPresent(it -> specs.put("min", text(it)));
        type.max().filter(it -> it.doubleValue() < widest).ifPresent(it -> specs.put("max", text(it)));
        type.step().ifPresent(it -> specs.put("step", text(it)));
        specs.put("unit", type.unit().orElse(""));
        return Optional.of(new Value.Struct(specs.build()));
    }

    private static String text(BigDecimal number) {
        String plain = number.stripTrailingZeros().toPlainString();
        return plain.length() <= LONGEST_PLAIN_NUMBER ? plain : number.toString();
    }

    /** The labels of an enumeration under their numbers. */
    static Optional<Value> labels(DataType type, String place, TypeWriter types) {
        Values.Builder specs = Values.builder();
        type.labels().forEach((number, label) -> specs.put(Integer.toString(number), label));
        return Optional.of(new Value.Struct(specs.build()));
    }

    static Optional<Value> length(DataType type, String place, TypeWriter types) {
        int length = types.limits.cap(type, types.limits.text(), place, types.notes);
        return Optional.of(Value.of(Values.of("length", Integer.toString(length))));
    }

    static Optional<Value> nothing(DataType type, String place, TypeWriter types) {
        return Optional.of(new Value.Struct(Values.empty()));
    }

    /** The size of an array, made to fit. */
    int size(DataType array, String place) {
        return limits.cap(array, limits.array(), place, notes);
    }
}
