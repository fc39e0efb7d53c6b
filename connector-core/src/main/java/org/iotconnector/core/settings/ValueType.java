package org.iotconnector.core.settings;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a setting are read and shown.
 *
 * @param identity equal for two types that give the same Java type, so that a look-up can tell them apart
 * @param name for people, such as "duration"
 * @param formatter shows a value in a form that the parser takes; never called for secrets
 */
record ValueType<T>(
        Object identity, String name, ValueParser<T> parser, Function<T, String> formatter, boolean secret) {

    /** A type read from one text. */
    static <T> ValueType<T> ofText(
            Object identity, String name, Function<String, T> parser, Function<T, String> formatter) {
        return new ValueType<>(identity, name, (raw, folder) -> parser.apply(ValueParser.text(raw)), formatter, false);
    }

    T parse(RawSetting raw, @Nullable Path folder) {
        return parser.parse(raw, folder);
    }
}
