package org.iotconnector.simulator.internal.adafruit.store;

import org.jspecify.annotations.Nullable;

/**
 * The fields of a feed that its owner writes. In a change, null leaves a field as it is.
 *
 * @param name for people
 * @param key without a group; null makes it from the name
 * @param description any text
 * @param unitType for example {@code temperature}
 * @param unitSymbol for example {@code °C}
 * @param history whether more than the last value is kept; then values are at most 1024 bytes instead of 102 400
 * @param license any text
 * @param statusNotify whether silence is announced by mail
 * @param statusTimeout minutes of silence after which a feed is offline
 */
public record FeedFields(
        @Nullable String name,
        @Nullable String key,
        @Nullable String description,
        @Nullable String unitType,
        @Nullable String unitSymbol,
        @Nullable Boolean history,
        @Nullable String license,
        @Nullable Boolean statusNotify,
        @Nullable Integer statusTimeout) {

    /** Nothing but a name. */
    public static FeedFields named(String name) {
        return new FeedFields(name, null, null, null, null, null, null, null, null);
    }

    /** These fields with the ones that {@code change} has. */
    FeedFields with(FeedFields change) {
        return new FeedFields(
                or(change.name, name),
                or(change.key, key),
                or(change.description, description),
                or(change.unitType, unitType),
                or(change.unitSymbol, unitSymbol),
                or(change.history, history),
                or(change.license, license),
                or(change.statusNotify, statusNotify),
                or(change.statusTimeout, statusTimeout));
    }

    private static <T> @Nullable T or(@Nullable T changed, @Nullable T old) {
        return changed == null ? old : changed;
    }
}
