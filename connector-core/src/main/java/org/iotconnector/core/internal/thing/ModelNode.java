package org.iotconnector.core.internal.thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** A place in a thing-model file: what stands there, and where that is. Looking for what is not there notes a problem. */
final class ModelNode {
    private final Value value;
    private final String pointer;
    private final ModelProblems problems;

    ModelNode(Value value, String pointer, ModelProblems problems) {
        this.value = value;
        this.pointer = pointer;
        this.problems = problems;
    }

    Value value() {
        return value;
    }

    void problem(String message) {
        problems.add(pointer, message);
    }

    /** Notes a problem with the member {@code name}. */
    void problem(String name, String message) {
        problems.add(child(name), message);
    }

    private String child(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The members; no members, and a problem, if this is not an object. */
    Values members() {
        if (value instanceof Value.Struct it) {
            return it.value();
        }
        problem("must be a JSON object.");
        return Values.empty();
    }

    boolean isObject() {
        return value instanceof Value.Struct;
    }

    boolean isArray() {
        return value instanceof Value.Array;
    }

    /** This value read by {@code reader}; empty, and a problem, if it does not fit. */
    <T> Optional<T> as(Function<Value, T> reader) {
        try {
            return Optional.of(reader.apply(value));
        } catch (MappingException unfit) {
            problem(unfit.getMessage() == null ? "does not fit." : unfit.getMessage());
            return Optional.empty();
        }
    }

    Optional<ModelNode> optional(String name) {
        return members().find(name).map(it -> new ModelNode(it, child(name), problems));
    }

    Optional<ModelNode> required(String name, String what) {
        Optional<ModelNode> member = optional(name);
        if (member.isEmpty() && isObject()) {
            problem(name, "is missing; it must be " + what + ".");
        }
        return member;
    }

    /** A member that may be missing or an empty text, as exports write settings that nobody made. */
    Optional<ModelNode> set(String name) {
        return optional(name).filter(it -> !it.value.equals(new Value.Text("")));
    }

    /** The text of a member; {@code other} if it is missing. */
    String text(String name, String other) {
        return optional(name).flatMap(it -> it.as(Value::asText)).orElse(other);
    }

    /**
     * What a member's text stands for; {@code whenMissing} if it is missing, which is a problem if that is empty too.
     */
    <T> Optional<T> choice(String name, Map<String, T> known, Optional<T> whenMissing) {
        Optional<ModelNode> member = whenMissing.isPresent() ? optional(name) : required(name, oneOf(known.keySet()));
        if (member.isEmpty()) {
            return whenMissing;
        }
        Optional<String> text = member.get().as(Value::asText);
        if (text.isPresent() && !known.containsKey(text.get())) {
            member.get().problem("must be " + oneOf(known.keySet()) + ", but is \"" + shorten(text.get()) + "\".");
        }
        return text.map(known::get);
    }

    private static String oneOf(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", ", "one of ", ""));
    }

    static String shorten(String text) {
        return text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 30)) + "…";
    }

    /** The first of {@code names} that is a member; the first of all if none is. */
    String first(List<String> names) {
        return names.stream().filter(members()::has).findFirst().orElse(names.get(0));
    }

    /** The text of a member; empty, without a problem, if it is missing or no text. */
    String plainText(String name) {
        return members().find(name).orElse(new Value.Text("")) instanceof Value.Text it ? it.value() : "";
    }

    /** Whether a member is there and true; it may be written as text. */
    boolean flag(String name) {
        return optional(name).flatMap(it -> it.as(Value::asBool)).orElse(false);
    }

    /** The items of a member that is an array; none if it is missing. */
    List<ModelNode> list(String name) {
        return optional(name).map(ModelNode::items).orElse(List.of());
    }

    /** The items; none, and a problem, if this is not an array. */
    List<ModelNode> items() {
        List<ModelNode> items = new ArrayList<>();
        if (value instanceof Value.Array array) {
            for (int i = 0; i < array.value().size(); i++) {
                items.add(new ModelNode(array.value().get(i), pointer + "/" + i, problems));
            }
        } else {
            problem("must be a JSON array.");
        }
        return items;
    }
}
