package org.iotconnector.adafruit.rest;

import java.time.Duration;
import org.iotconnector.core.thing.Values;

/**
 * What a feed is made of or shall become; what is not set is left as it is. Each method gives a changed copy.
 *
 * @param values the members to be sent
 */
public record FeedAttributes(Values values) {
    /** Nothing yet. */
    public static FeedAttributes none() {
        return new FeedAttributes(Values.empty());
    }

    /**
     * A name to begin with; the platform makes the key of it.
     *
     * @param name 1 to 128 letters, digits, spaces, hyphens and underscores, with one letter at least
     */
    public static FeedAttributes named(String name) {
        return none().name(name);
    }

    /** As {@link #named}. */
    public FeedAttributes name(String name) {
        return with("name", name);
    }

    /** Sets the key: {@code a-z}, {@code 0-9} and {@code -}. A new key silences who uses the old one. */
    public FeedAttributes key(String key) {
        return with("key", key);
    }

    public FeedAttributes description(String text) {
        return with("description", text);
    }

    public FeedAttributes unitType(String type) {
        return with("unit_type", type);
    }

    public FeedAttributes unitSymbol(String symbol) {
        return with("unit_symbol", symbol);
    }

    /** Sets whether values are kept; without, only the newest is, which may be 100 KB instead of 1 KB. */
    public FeedAttributes history(boolean kept) {
        return with("history", kept);
    }

    public FeedAttributes visibility(Visibility visibility) {
        return with("visibility", visibility.text());
    }

    public FeedAttributes license(String license) {
        return with("license", license);
    }

    /** Sets whether the platform writes an e-mail when no value comes for the {@link #statusTimeout}. */
    public FeedAttributes statusNotify(boolean notify) {
        return with("status_notify", notify);
    }

    /** Sets after how long without a value the feed counts as offline, in whole minutes. */
    public FeedAttributes statusTimeout(Duration timeout) {
        return with("status_timeout", timeout.toMinutes());
    }

    private FeedAttributes with(String name, Object value) {
        return new FeedAttributes(values.plus(Values.of(name, value)));
    }
}
