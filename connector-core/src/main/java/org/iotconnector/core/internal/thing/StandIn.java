package org.iotconnector.core.internal.thing;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.thing.DataType;

/**
 * The nearest other type for one that a notation lacks.
 *
 * @param type what is written; may have a stand-in itself
 * @param advice what is lost and what to do about it, as whole sentences
 */
record StandIn(DataType type, String advice) {
    /** The greatest whole number up to which a double holds each one. */
    private static final long EXACT = 1L << 53;

    private static final int DIGITS_OF_A_LONG = 20;

    /** Empty for what cannot be said in any other way. */
    static Optional<StandIn> of(DataType type) {
        return Optional.ofNullable(
                switch (type.name()) {
                    case "int64" -> integer(type);
                    case "bitMap" ->
                        new StandIn(
                                bits(type.length().orElse(1)),
                                "The meanings of the bits are lost; keep them in the description.");
                    case "bool" -> new StandIn(DataType.int32(0, 1), "Send 0 and 1.");
                    case "enum" ->
                        new StandIn(
                                enumeration(type.labels().keySet()),
                                "The labels are lost, and so is which numbers between are allowed.");
                    case "date" ->
                        new StandIn(DataType.text(DIGITS_OF_A_LONG), "Send the milliseconds since 1970 as a text.");
                    default -> null;
                });
    }

    private static StandIn integer(DataType type) {
        long min = type.min().map(BigDecimal::longValue).orElse(Long.MIN_VALUE);
        long max = type.max().map(BigDecimal::longValue).orElse(Long.MAX_VALUE);
        long step = type.step().map(BigDecimal::longValue).orElse(1L);
        String unit = type.unit().orElse("");
        if (min >= Integer.MIN_VALUE && max <= Integer.MAX_VALUE && step <= Integer.MAX_VALUE) {
            return new StandIn(
                    DataType.int32((int) min, (int) max, (int) step, unit),
                    "Every number of the range fits 32 bits, so nothing is lost.");
        }
        return new StandIn(
                DataType.float64(exact(min), exact(max), (double) step, unit),
                "Whole numbers are exact up to " + EXACT + "; use a text where larger ones must keep each digit.");
    }

    private static double exact(long limit) {
        return Math.max(-EXACT, Math.min(EXACT, limit));
    }

    private static DataType bits(int length) {
        long max = (1L << length) - 1;
        return max <= Integer.MAX_VALUE ? DataType.int32(0, (int) max) : DataType.int64(0, max, 1, "");
    }

    private static DataType enumeration(Set<Integer> numbers) {
        return DataType.int32(Collections.min(numbers), Collections.max(numbers));
    }
}
