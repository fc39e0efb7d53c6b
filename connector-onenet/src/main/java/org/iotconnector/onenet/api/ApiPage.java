package org.iotconnector.onenet.api;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/**
 * A part of a list.
 *
 * @param items in the platform's order
 * @param total how many the whole list has; empty where the platform does not say
 */
public record ApiPage<T>(List<T> items, OptionalLong total) {
    public ApiPage {
        items = List.copyOf(items);
    }

    static <T> ApiPage<T> read(ApiAnswer answer, Function<Values, T> item) {
        Values data = answer.requireData().asStruct();
        List<T> items =
                data.list("list").stream().map(Value::asStruct).map(item).toList();
        OptionalLong total = data.has("total") ? OptionalLong.of(data.longInteger("total")) : OptionalLong.empty();
        return new ApiPage<>(items, total);
    }
}
