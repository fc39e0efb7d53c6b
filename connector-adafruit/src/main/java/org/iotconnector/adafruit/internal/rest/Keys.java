package org.iotconnector.adafruit.internal.rest;

import java.util.Optional;
import org.iotconnector.adafruit.FeedKey;

/** Keys in paths. A name in place of a key would only be answered by 404, so it is refused here, with the key it has. */
public final class Keys {
    private Keys() {}

    /**
     * The key of a feed, as it stands in paths.
     *
     * @throws IllegalArgumentException naming the rule that it breaks, and the key that was perhaps meant
     */
    public static String feed(String key) {
        return FeedKey.parse(key).toString();
    }

    /**
     * The key of a group or dashboard, or of a feed within its group.
     *
     * @throws IllegalArgumentException as {@link #feed}
     */
    public static String part(String key) {
        return new FeedKey(Optional.empty(), key).key();
    }
}
