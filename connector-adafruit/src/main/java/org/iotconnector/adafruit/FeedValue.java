package org.iotconnector.adafruit;

import java.util.Optional;
import org.iotconnector.core.thing.Value;

/**
 * A value of a feed. The platform keeps text and nothing else; the typed views read it.
 *
 * @param owner the account that the feed belongs to
 * @param feed which feed
 * @param text the value
 * @param location where it was measured; empty where the topic's format does not say, or nobody said
 */
public record FeedValue(String owner, FeedKey feed, String text, Optional<FeedLocation> location) {
    /** Whether it means true; see {@link BooleanWords#read}. */
    public boolean asBoolean(BooleanWords words) {
        return words.read(text);
    }

    /**
     * The number that it is.
     *
     * @throws org.iotconnector.core.MappingException if it is none
     */
    public double asDouble() {
        return new Value.Text(text).asDouble();
    }

    /**
     * The whole number that it is.
     *
     * @throws org.iotconnector.core.MappingException if it is none
     */
    public long asLong() {
        return new Value.Text(text).asLong();
    }

    /** The colour that it is; empty if it is none. */
    public Optional<Colour> asColour() {
        return Colour.parse(text);
    }
}
