package org.iotconnector.core.thing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.iotconnector.core.MappingException;
import org.jspecify.annotations.Nullable;

/**
 * Named values in the order in which they were put in: the properties of a report, the arguments of a service, the
 * members of a struct. Names have 1 to 128 characters and no control characters; a feature of a custom module is named
 * {@code module:identifier}. Immutable; two are equal when they hold the same names and values, in whatever order.
 *
 * <p>The typed getters convert as {@link Value}'s {@code as…} methods do and throw
 * {@link MappingException}, located at the name, when it is missing or does not fit.
 */
public final class Values {
    private static final Values EMPTY = new Values(new LinkedHashMap<>());

    private final Map<String, Value> values;

    private Values(Map<String, Value> values) {
        this.values = values;
    }

    /** No values at all. */
    public static Values empty() {
        return EMPTY;
    }

    /** One value; {@code value} as {@link Value#of} takes it. */
    public static Values of(String name, Object value) {
        return builder().put(name, value).build();
    }

    /** Two values; for more see {@link #of(String, Object, String, Object, Object...)}. */
    public static Values of(String name1, Object value1, String name2, Object value2) {
        return builder().put(name1, value1).put(name2, value2).build();
    }

    /**
     * Any number of values, written as name, value, name, value…; each value as {@link Value#of} takes it.
     *
     * @throws IllegalArgumentException if the last name has no value, a name is not a text, is twice there or breaks
     *     the rules of names, or a value is of a class that no platform knows
     */
    public static Values of(String name1, Object value1, String name2, Object value2, Object... more) {
        Builder builder = builder().put(name1, value1).put(name2, value2);
        if (more.length % 2 != 0) {
            throw new IllegalArgumentException("Names and values come in pairs, but " + (more.length + 4)
                    + " arguments were given: the last, " + more[more.length - 1] + ", stands alone.");
        }
        for (int i = 0; i < more.length; i += 2) {
            if (!(more[i] instanceof String name)) {
                throw new IllegalArgumentException("Argument " + (i + 5) + " must be a name (text) but is "
                        + PlainValues.className(more[i]) + ".");
            }
            builder.put(name, more[i + 1]);
        }
        return builder.build();
    }

    /** The entries of {@code map} in its iteration order, values as {@link Value#of} takes them. */
    public static Values copyOf(Map<String, ?> map) {
        return PlainValues.toValues(map, 0);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** All names in order; unmodifiable. */
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    public int size() {
        return values.size();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Optional<Value> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value of that name; if it is missing, the exception says which names are there. */
    public Value get(String name) {
        Value value = values.get(name);
        if (value == null) {
            throw new MappingException(
                    name,
                    values.isEmpty()
                            ? "is missing: no values are there at all."
                            : "is missing; present: " + Names.list(values.keySet()) + ".");
        }
        return value;
    }

    /** See {@link Value#asBool()}. */
    public boolean bool(String name) {
        return Coercion.toBool(name, get(name));
    }

    /** See {@link Value#asInt()}. */
    public int integer(String name) {
        return Coercion.toInt(name, get(name));
    }

    /** See {@link Value#asLong()}. */
    public long longInteger(String name) {
        return Coercion.toLong(name, get(name));
    }

    /** See {@link Value#asDouble()}. */
    public double number(String name) {
        return Coercion.toDouble(name, get(name));
    }

    /** See {@link Value#asText()}. */
    public String text(String name) {
        return Coercion.toText(name, get(name));
    }

    /** See {@link Value#asInstant()}. */
    public Instant instant(String name) {
        return Coercion.toInstant(name, get(name));
    }

    /** See {@link Value#asStruct()}. */
    public Values struct(String name) {
        return Coercion.toStruct(name, get(name));
    }

    /** See {@link Value#asList()}. */
    public List<Value> list(String name) {
        return Coercion.toList(name, get(name));
    }

    /** Calls {@code action} with each name and value in order, on the calling thread. */
    public void forEach(BiConsumer<? super String, ? super Value> action) {
        values.forEach(action);
    }

    /** These values and {@code others}; of a name that both have, the other's value, in the place it had here. */
    public Values plus(Values others) {
        if (others.isEmpty()) {
            return this;
        }
        Map<String, Value> joined = new LinkedHashMap<>(values);
        joined.putAll(others.values);
        return new Values(joined);
    }

    /** All but {@code name}; these same values if it is not there. */
    public Values without(String name) {
        if (!values.containsKey(name)) {
            return this;
        }
        Map<String, Value> rest = new LinkedHashMap<>(values);
        rest.remove(name);
        return new Values(rest);
    }

    /** As plain Java, each value as {@link Value#toPlain()} gives it; unmodifiable, in order. */
    public Map<String, Object> toPlain() {
        return PlainValues.toPlain(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Values that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** All names and values, for people; long ones are not cut. */
    @Override
    public String toString() {
        return toPlain().toString();
    }

    /** Collects values in order. Not thread-safe; may be used on after {@link #build()}. */
    public static final class Builder {
        private Map<String, Value> values = new LinkedHashMap<>();
        private boolean handedOut;

        private Builder() {}

        /**
         * Adds one value, as {@link Value#of} takes it.
         *
         * @throws IllegalArgumentException if the name breaks the rules or is already there, or the value is refused
         */
        public Builder put(String name, Object value) {
            Names.check(name);
            Value checked = PlainValues.toValue(name, value);
            if (handedOut) {
                values = new LinkedHashMap<>(values);
                handedOut = false;
            }
            if (values.putIfAbsent(name, checked) != null) {
                throw new IllegalArgumentException("The name \"" + name + "\" is there twice.");
            }
            return this;
        }

        /** Whether that name was put already. */
        public boolean has(String name) {
            return values.containsKey(name);
        }

        public Values build() {
            if (values.isEmpty()) {
                return EMPTY;
            }
            handedOut = true; // the next put makes a copy, so that the usual builder makes none
            return new Values(values);
        }
    }
}
