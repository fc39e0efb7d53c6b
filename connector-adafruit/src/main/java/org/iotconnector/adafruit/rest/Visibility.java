package org.iotconnector.adafruit.rest;

import java.util.Locale;
import java.util.Optional;

/** Who sees a feed, group or dashboard. */
public enum Visibility {
    /** Its owner, and those it is shared with. */
    PRIVATE,
    /** Everybody. */
    PUBLIC;

    static Optional<Visibility> find(String text) {
        for (Visibility visibility : values()) {
            if (visibility.name().equalsIgnoreCase(text)) {
                return Optional.of(visibility);
            }
        }
        return Optional.empty();
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
