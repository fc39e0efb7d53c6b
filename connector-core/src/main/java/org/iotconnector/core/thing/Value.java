package org.iotconnector.core.thing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * One value of a property, an event output or a service argument. The eight cases serve every platform and the family
 * stays closed: an enumeration or a bit map is an {@link Int}, a colour or a duration is a {@link Text}. There is no
 * null: what is not there is left out. Immutable; {@code equals} compares case and content, so {@code Int(1)} is not
 * {@code Float64(1.0)}.
 *
 * <p>The {@code as…} methods convert where nothing is lost and throw {@link org.iotconnector.core.MappingException},
 * saying what is there and what was wanted, where something would be.
 */
public sealed interface Value {

    /** True or false. */
    record Bool(boolean value) implements Value {}

    /** A whole number of 64 bits; also the number of an enumeration's member and a bit map. */
    record Int(long value) implements Value {}

    /** A finite number of single precision, written with the fewest digits that name it among the floats. */
    record Float32(float value) implements Value {
        public Float32 {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException(value + " cannot be sent: no platform takes it; leave it out.");
            }
        }
    }

    /** A finite number of double precision. */
    record Float64(double value) implements Value {
        public Float64 {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(value + " cannot be sent: no platform takes it; leave it out.");
            }
        }
    }

    /** Text that UTF-8 can carry, thus without unpaired surrogates; may be empty. */
    record Text(String value) implements Value {
        public Text {
            int broken = Names.unpairedSurrogate(value);
            if (broken >= 0) {
                throw new IllegalArgumentException("The text has half a character (an unpaired surrogate) at index "
                        + broken + ", which UTF-8 cannot carry.");
            }
        }
    }

    /** A moment, cut to whole milliseconds: no platform carries more. */
    record Date(Instant value) implements Value {
        private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
        private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

        public Date {
            if (value.isBefore(FIRST) || value.isAfter(LAST)) {
                throw new IllegalArgumentException(value + " is too far away to be counted in milliseconds.");
            }
            value = value.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /** Named members, in their order. */
    record Struct(Values value) implements Value {
        public Struct {
            Objects.requireNonNull(value, "value");
        }
    }

    /** Items in their order; may be empty and of different cases (a data type says what it allows). */
    record Array(List<Value> value) implements Value {
        public Array {
            value = List.copyOf(value);
        }
    }

    /**
     * Takes a plain Java object: {@code Boolean}; {@code Byte}, {@code Short}, {@code Integer}, {@code Long};
     * {@code Float}; {@code Double}; {@code String}; {@link Instant}; {@link Values} or a {@code Map} with text keys;
     * a {@code List}; or a {@code Value}, which is returned as it is.
     *
     * @throws IllegalArgumentException for any other class, which is named; for NaN and the infinities; for nesting
     *     deeper than 32 levels
     */
    static Value of(Object value) {
        return PlainValues.toValue(value, 0);
    }

    /** Calls the one function that fits this value's case and returns what it returns. */
    default <R> R match(
            Function<? super Bool, ? extends R> bool,
            Function<? super Int, ? extends R> integer,
            Function<? super Float32, ? extends R> float32,
            Function<? super Float64, ? extends R> float64,
            Function<? super Text, ? extends R> text,
            Function<? super Date, ? extends R> date,
            Function<? super Struct, ? extends R> struct,
            Function<? super Array, ? extends R> array) {
        if (this instanceof Bool it) {
            return bool.apply(it);
        } else if (this instanceof Int it) {
            return integer.apply(it);
        } else if (this instanceof Float32 it) {
            return float32.apply(it);
        } else if (this instanceof Float64 it) {
            return float64.apply(it);
        } else if (this instanceof Text it) {
            return text.apply(it);
        } else if (this instanceof Date it) {
            return date.apply(it);
        } else if (this instanceof Struct it) {
            return struct.apply(it);
        }
        return array.apply((Array) this);
    }

    /** From a Bool, the integers 0 and 1, or the texts true, false, 1, 0, on and off in any case. */
    default boolean asBool() {
        return Coercion.toBool("", this);
    }

    /** As {@link #asLong()}, within 32 bits. */
    default int asInt() {
        return Coercion.toInt("", this);
    }

    /** From an Int, a Bool (0 or 1), or a float or a decimal text without a fraction, within 64 bits. */
    default long asLong() {
        return Coercion.toLong("", this);
    }

    /**
     * From any number or decimal text; a Float32 gives the double that is written the same ({@code 0.1f} gives
     * {@code 0.1}). An integer beyond 2<sup>53</sup> that a double cannot hold exactly is refused.
     */
    default double asDouble() {
        return Coercion.toDouble("", this);
    }

    /** The text itself; any other case but Struct and Array as it is written in JSON, a Date as milliseconds. */
    default String asText() {
        return Coercion.toText("", this);
    }

    /** From a Date, or an Int or a text of digits that counts milliseconds since 1970-01-01T00:00Z. */
    default Instant asInstant() {
        return Coercion.toInstant("", this);
    }

    /** The members of a Struct. */
    default Values asStruct() {
        return Coercion.toStruct("", this);
    }

    /** The items of an Array; unmodifiable. */
    default List<Value> asList() {
        return Coercion.toList("", this);
    }

    /**
     * As plain Java: Boolean, Long, Float, Double, String, an unmodifiable Map in member order, an unmodifiable List; a
     * Date as a Long of milliseconds.
     */
    default Object toPlain() {
        return PlainValues.toPlain(this);
    }
}
