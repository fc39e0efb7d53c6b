package org.iotconnector.simulator.internal.aliyun.tsl;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A data type of the thing model and its check. Alibaba Cloud, "TSL" and "Error codes", read 2026-11-21. Checks return 0 for a good value
 * or the platform's error code; {@code strong} adds ranges, lengths, members.
 */
public sealed interface DataType {
    /** An unknown member. */
    int UNKNOWN_MEMBER = 6304;

    /** Checks one value. */
    int check(@Nullable Object value, boolean strong);

    /** A number: int, float or double. */
    record Numeric(
            int errorCode,
            boolean whole,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max) implements DataType {
        @Override
        public int check(@Nullable Object value, boolean strong) {
            if (!(value instanceof Number number) || (whole && !isWhole(number))) {
                return errorCode;
            }
            BigDecimal decimal = new BigDecimal(number.toString());
            boolean inRange =
                    (min == null || decimal.compareTo(min) >= 0) && (max == null || decimal.compareTo(max) <= 0);
            return strong && !inRange ? errorCode : 0;
        }
    }

    /** 0 or 1, never true or false. */
    record Bool() implements DataType {
        @Override
        public int check(@Nullable Object value, boolean strong) {
            boolean good = value instanceof Integer number && (number == 0 || number == 1);
            return good ? 0 : 6308;
        }
    }

    /** One of several integers. */
    record Enumeration(Set<String> members) implements DataType {
        @Override
        public int check(@Nullable Object value, boolean strong) {
            boolean integer = value instanceof Number number && isWhole(number);
            return integer && (!strong || members.contains(String.valueOf(value))) ? 0 : 6309;
        }
    }

    /** Text with a greatest length in characters. */
    record Text(int maxLength) implements DataType {
        @Override
        public int check(@Nullable Object value, boolean strong) {
            return value instanceof String text && (!strong || text.length() <= maxLength) ? 0 : 6310;
        }
    }

    /** Milliseconds since 1970 as text. */
    record Date() implements DataType {
        @Override
        public int check(@Nullable Object value, boolean strong) {
            return value instanceof String text && text.matches("[0-9]{1,18}") ? 0 : 6311;
        }
    }

    /** Members by identifier. */
    record Struct(Map<String, DataType> members) implements DataType {
        /** Copies the map. */
        public Struct {
            members = new LinkedHashMap<>(members);
        }

        @Override
        public int check(@Nullable Object value, boolean strong) {
            if (!(value instanceof Map<?, ?> map)) {
                return 6312;
            }
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                DataType member = members.get(String.valueOf(entry.getKey()));
                int code = member == null ? UNKNOWN_MEMBER : member.check(entry.getValue(), strong);
                if (code != 0) {
                    return code;
                }
            }
            return strong && map.size() != members.size() ? 6312 : 0;
        }
    }

    /** Elements of one type. */
    record Array(DataType item, int size) implements DataType {
        @Override
        public int check(@Nullable Object value, boolean strong) {
            if (!(value instanceof List<?> list)) {
                return 6328;
            }
            if (strong && list.size() > size) {
                return 6324;
            }
            return list.stream().allMatch(element -> item.check(element, strong) == 0) ? 0 : 6325;
        }
    }

    private static boolean isWhole(Number number) {
        return new BigDecimal(number.toString()).stripTrailingZeros().scale() <= 0
                && !(number instanceof Double || number instanceof Float);
    }
}
