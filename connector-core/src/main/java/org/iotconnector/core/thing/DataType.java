package org.iotconnector.core.thing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What a value may be. Types come from the factories here; which classes stand behind them may change, and new types
 * and new details of a type may be added, so look at a type through these methods. Immutable; equal by content.
 */
public sealed interface DataType
        permits ArrayType,
                BitMapType,
                BoolType,
                DateType,
                DecimalType,
                EnumerationType,
                IntegerType,
                StructType,
                TextType {

    /** int32, int64, float, double, bool, enum, bitMap, text, date, struct or array. */
    String name();

    /** What fits, for people: {@code int32 from 0 to 100 (%)}. */
    String allowed();

    /**
     * Brings {@code value} into this type's own form: integers 0 and 1 become booleans for a bool, any number becomes a
     * float of the type's precision, milliseconds become a date, a number without a fraction becomes an integer. What
     * has that form already comes back as it is.
     *
     * @param path where the value stands, for the violations; empty if it has no name
     * @param problems is told of everything that does not fit
     * @return the value, or empty if anything does not fit
     */
    Optional<Value> check(String path, Value value, Consumer<? super Violation> problems);

    /** As the longer form, but throws {@link org.iotconnector.core.MappingException} if anything does not fit. */
    default Value check(Value value) {
        List<Violation> problems = new ArrayList<>();
        return check("", value, problems::add).orElseThrow(() -> Checked.toException(problems));
    }

    /**
     * Reads a value that stands as text, as on a command line or in a payload of plain text: numbers in decimal;
     * true/false, on/off, 1/0; an enumeration's number or label; a date as milliseconds or ISO 8601 with an offset; a
     * struct or an array as JSON; a text as it is.
     *
     * @throws org.iotconnector.core.MappingException if it cannot be read or does not fit
     */
    Value parse(String text);

    /** A number's unit, such as {@code %}; empty if there is none. */
    default Optional<String> unit() {
        return Optional.empty();
    }

    /** A number's least value, included; empty for all else. */
    default Optional<BigDecimal> min() {
        return Optional.empty();
    }

    /** A number's greatest value, included; empty for all else. */
    default Optional<BigDecimal> max() {
        return Optional.empty();
    }

    /**
     * A number's step, counted from its minimum. Checked for integers; for floats it says what to show, since readings
     * seldom fall on it and platforms take them all the same.
     */
    default Optional<BigDecimal> step() {
        return Optional.empty();
    }

    /** An enumeration's members, or a bool's 0 and 1, with their labels; empty for all else. */
    default Map<Integer, String> labels() {
        return Map.of();
    }

    /** A text's greatest number of characters, an array's of items, a bit map's number of bits; empty for all else. */
    default OptionalInt length() {
        return OptionalInt.empty();
    }

    /** The bits of a bit map that have meanings; empty for all else. */
    default List<BitSpec> bits() {
        return List.of();
    }

    /** A struct's members; empty for all else. */
    default List<FieldSpec> fields() {
        return List.of();
    }

    /** The type of an array's items; empty for all else. */
    default Optional<DataType> item() {
        return Optional.empty();
    }

    /** A whole number of 32 bits. */
    static DataType int32() {
        return int32(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    static DataType int32(int min, int max) {
        return int32(min, max, 1, "");
    }

    /** A whole number from {@code min} to {@code max} in steps of at least 1 from {@code min}; unit may be empty. */
    static DataType int32(int min, int max, int step, String unit) {
        return new IntegerType("int32", min, max, step, unit);
    }

    /** A whole number of 64 bits. */
    static DataType int64() {
        return int64(Long.MIN_VALUE, Long.MAX_VALUE, 1, "");
    }

    /** A whole number from {@code min} to {@code max} in steps of at least 1 from {@code min}; unit may be empty. */
    static DataType int64(long min, long max, long step, String unit) {
        return new IntegerType("int64", min, max, step, unit);
    }

    /** Any finite number of single precision. */
    static DataType float32() {
        return float32(-Float.MAX_VALUE, Float.MAX_VALUE);
    }

    static DataType float32(double min, double max) {
        return float32(min, max, 0, "");
    }

    /** A number of single precision; {@code step} 0 for none, see {@link #step()}; unit may be empty. */
    static DataType float32(double min, double max, double step, String unit) {
        return new DecimalType(true, min, max, step, unit);
    }

    /** Any finite number of double precision. */
    static DataType float64() {
        return float64(-Double.MAX_VALUE, Double.MAX_VALUE);
    }

    static DataType float64(double min, double max) {
        return float64(min, max, 0, "");
    }

    /** A number of double precision; {@code step} 0 for none, see {@link #step()}; unit may be empty. */
    static DataType float64(double min, double max, double step, String unit) {
        return new DecimalType(false, min, max, step, unit);
    }

    /** Text of at most {@code maxLength} characters, counted as Unicode code points; 1 or more. */
    static DataType text(int maxLength) {
        return new TextType(maxLength);
    }

    /** One of these numbers; at least one. The labels are for people and order is kept. */
    static DataType enumeration(Map<Integer, String> labels) {
        return new EnumerationType(labels);
    }

    /**
     * A whole number each of whose bits says something.
     *
     * @param length the number of bits, from 1 to 32
     * @param bits the meanings of some or all of them, each once
     */
    static DataType bitMap(int length, List<BitSpec> bits) {
        return new BitMapType(length, bits);
    }

    static DataType bool() {
        return bool("false", "true");
    }

    /** A boolean; the labels of false and true are for people. */
    static DataType bool(String label0, String label1) {
        return new BoolType(label0, label1);
    }

    /** A moment, to the millisecond. */
    static DataType date() {
        return new DateType();
    }

    /** Named members, all of which must be there and no others; at least one. */
    static DataType struct(List<FieldSpec> fields) {
        return new StructType(fields);
    }

    /** At most {@code maxSize} items of one type; 1 or more. */
    static DataType array(int maxSize, DataType item) {
        return new ArrayType(maxSize, item);
    }
}
