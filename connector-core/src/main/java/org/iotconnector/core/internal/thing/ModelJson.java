package org.iotconnector.core.internal.thing;

import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;

/** JSON laid out for people, who look a thing model over before they import it. */
final class ModelJson {
    private static final int INDENT = 2;

    private final StringBuilder text = new StringBuilder();

    private ModelJson() {}

    static String write(Value value) {
        ModelJson json = new ModelJson();
        json.append(value, 0);
        return json.text.append('\n').toString();
    }

    private void append(Value value, int depth) {
        if (value instanceof Value.Struct it && !it.value().isEmpty()) {
            char before = '{';
            for (String name : it.value().names()) {
                text.append(before);
                line(depth + 1);
                text.append(Json.toText(new Value.Text(name))).append(": ");
                append(it.value().get(name), depth + 1);
                before = ',';
            }
            line(depth);
            text.append('}');
        } else if (value instanceof Value.Array it && !it.value().isEmpty()) {
            char before = '[';
            for (Value item : it.value()) {
                text.append(before);
                line(depth + 1);
                append(item, depth + 1);
                before = ',';
            }
            line(depth);
            text.append(']');
        } else {
            text.append(Json.toText(value));
        }
    }

    private void line(int depth) {
        text.append('\n').append(" ".repeat(INDENT * depth));
    }
}
