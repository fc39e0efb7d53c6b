package org.iotconnector.core.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Turns what a source gave into a value, or throws {@link BadValueException}. */
@FunctionalInterface
interface ValueParser<T> {
    /** Reads {@code raw}; relative paths count from {@code folder}, or from the working directory if it is null. */
    T parse(RawSetting raw, @Nullable Path folder);

    /** The single text that {@code raw} is. */
    static String text(RawSetting raw) {
        return raw.match(
                RawSetting.Text::text,
                mapping -> {
                    throw new BadValueException("must be one value, not a mapping");
                },
                sequence -> {
                    throw new BadValueException("must be one value, not a list");
                },
                invalid -> {
                    throw new BadValueException(invalid.problem());
                });
    }
}
