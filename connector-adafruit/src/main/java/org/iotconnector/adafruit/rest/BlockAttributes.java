package org.iotconnector.adafruit.rest;

import java.util.ArrayList;
import java.util.List;
import org.iotconnector.adafruit.internal.rest.Fields;
import org.iotconnector.adafruit.internal.rest.Keys;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/**
 * What a block is made of or shall become; what is not set is left as it is. Each method gives a changed copy.
 *
 * @param values the members to be sent
 */
public record BlockAttributes(Values values) {
    private static final String FEEDS = "block_feeds";
    private static final String PROPERTIES = "properties";

    /** Nothing yet. */
    public static BlockAttributes none() {
        return new BlockAttributes(Values.empty());
    }

    /** A kind to begin with, which every new block has. */
    public static BlockAttributes of(VisualType type) {
        return none().with("visual_type", type.text());
    }

    public BlockAttributes name(String name) {
        return with("name", name);
    }

    public BlockAttributes description(String text) {
        return with("description", text);
    }

    /**
     * Adds a feed that it shows. In an update the feeds that are given replace all.
     *
     * @param feedKey with its group's key and a dot in front if it is in another group than the default
     */
    public BlockAttributes feed(String feedKey) {
        List<Value> feeds = new ArrayList<>(Fields.items(values, FEEDS));
        feeds.add(Value.of(Values.of("feed_id", Keys.feed(feedKey))));
        return with(FEEDS, feeds);
    }

    /** Sets what its kind of block can be told, such as {@code minValue}; the platform keeps texts. */
    public BlockAttributes property(String name, String value) {
        Values properties = Fields.struct(values, PROPERTIES).orElse(Values.empty());
        return with(PROPERTIES, properties.plus(Values.of(name, value)));
    }

    /** Sets its size in cells: 2 or more; the platform's default is 4 by 4. */
    public BlockAttributes size(int width, int height) {
        return with("size_x", width).with("size_y", height);
    }

    /** Sets its place in cells; layouts count more where the dashboard has them. */
    public BlockAttributes place(int column, int row) {
        return with("column", column).with("row", row);
    }

    private BlockAttributes with(String name, Object value) {
        return new BlockAttributes(values.plus(Values.of(name, value)));
    }
}
