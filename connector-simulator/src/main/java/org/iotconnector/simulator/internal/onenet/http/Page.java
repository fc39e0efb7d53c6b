package org.iotconnector.simulator.internal.onenet.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param offset entries to leave out, from 0
 * @param limit entries to return, 1 to 100
 */
record Page(int offset, int limit) {
    private static final int MAX_LIMIT = 100;
    private static final int DEFAULT_LIMIT = 10;

    static Page of(Parameters parameters) {
        return new Page((int) parameters.number("offset", 0, Integer.MAX_VALUE, 0), (int)
                parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT));
    }

    /** The part as {@code data}. */
    Map<String, @Nullable Object> cut(List<?> all) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("list", all.stream().skip(offset).limit(limit).toList());
        data.put("total", all.size());
        data.put("offset", offset);
        data.put("limit", limit);
        return data;
    }
}
