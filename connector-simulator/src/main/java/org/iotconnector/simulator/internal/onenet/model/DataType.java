package org.iotconnector.simulator.internal.onenet.model;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A data type of the thing model and its check, which returns null for a good value or the platform's words. Seen are {@code bool type
 * error} and {@code string length error}; the others are formed alike.
 */
public sealed interface DataType {

    /** Its name in the model. */
    String name();

    /** Checks one value. */
    @Nullable
    String check(@Nullable Object value);

    /** A number: int32, int64, float, double; date and bitMap are whole numbers too. Whole numbers are good for every kind. */
    record Numeric(
            String name,
            boolean whole,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max) implements DataType {
        @Override
        public @Nullable String check(@Nullable Object value) {
            if (!(value instanceof Number number) || !isFinite(number) || (whole && !isWhole(number))) {
                return name + " type error";
            }
            BigDecimal decimal = new BigDecimal(number.toString());
            boolean inRange =
                    (min == null || decimal.compareTo(min) >= 0) && (max == null || decimal.compareTo(max) <= 0);
            return inRange ? null : name + " range error";
        }
    }

    /** True or false, never 0 or 1. */
    record Bool() implements DataType {
        @Override
        public String name() {
            return "bool";
        }

        @Override
        public @Nullable String check(@Nullable Object value) {
            return value instanceof Boolean ? null : "bool type error";
        }
    }

    /** One of several integers. */
    record Enumeration(Set<String> members) implements DataType {
        @Override
        public String name() {
            return "enum";
        }

        @Override
        public @Nullable String check(@Nullable Object value) {
            if (!(value instanceof Number number) || !isWhole(number)) {
                return "enum type error";
            }
            return members.contains(number.toString()) ? null : "enum range error";
        }
    }

    /** Text with a greatest length in characters. */
    record Text(int maxLength) implements DataType {
        @Override
        public String name() {
            return "string";
        }

        @Override
        public @Nullable String check(@Nullable Object value) {
            if (!(value instanceof String text)) {
                return "string type error";
            }
            return text.codePointCount(0, text.length()) <= maxLength ? null : "string length error";
        }
    }

    /** Members by identifier; some may be left out. */
    record Struct(Map<String, DataType> members) implements DataType {
        /** Copies the map. */
        public Struct {
            members = new LinkedHashMap<>(members);
        }

        @Override
        public String name() {
            return "struct";
        }

        @Override
        public @Nullable String check(@Nullable Object value) {
            if (!(value instanceof Map<?, ?> map)) {
                return "struct type error";
            }
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                DataType member = members.get(String.valueOf(entry.getKey()));
                String error = member == null ? "struct member not exist" : member.check(entry.getValue());
                if (error != null) {
                    return error;
                }
            }
            return null;
        }
    }

    /** Elements of one type. */
    record Array(DataType item, int length) implements DataType {
        @Override
        public String name() {
            return "array";
        }

        @Override
        public @Nullable String check(@Nullable Object value) {
            if (!(value instanceof List<?> list)) {
                return "array type error";
            }
            if (list.size() > length) {
                return "array length error";
            }
            for (Object element : list) {
                String error = item.check(element);
                if (error != null) {
                    return error;
                }
            }
            return null;
        }
    }

    /** JSON has no other numbers, but Java callers may bring them. */
    private static boolean isFinite(Number number) {
        return !(number instanceof Double || number instanceof Float) || Double.isFinite(number.doubleValue());
    }

    private static boolean isWhole(Number number) {
        return !(number instanceof Double || number instanceof Float || number instanceof BigDecimal);
    }
}
