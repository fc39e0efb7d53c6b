package org.iotconnector.adafruit.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.iotconnector.adafruit.internal.rest.Fields;
import org.iotconnector.core.thing.Values;

/**
 * A block of a dashboard. What is not there is empty.
 *
 * @param values the members as received
 */
public record Block(Values values) {
    public String id() {
        return Fields.plainText(values, "id");
    }

    public Optional<String> name() {
        return Fields.text(values, "name");
    }

    public Optional<String> description() {
        return Fields.text(values, "description");
    }

    /** As received, such as {@code gauge}; {@link VisualType} has the names known. */
    public String visualType() {
        return Fields.plainText(values, "visual_type");
    }

    public OptionalLong column() {
        return Fields.whole(values, "column");
    }

    public OptionalLong row() {
        return Fields.whole(values, "row");
    }

    public OptionalLong sizeX() {
        return Fields.whole(values, "size_x");
    }

    public OptionalLong sizeY() {
        return Fields.whole(values, "size_y");
    }

    /** What its kind of block can be told, such as {@code minValue}; mostly texts. */
    public Values properties() {
        return Fields.struct(values, "properties").orElse(Values.empty());
    }

    /** The feeds it shows. */
    public List<Feed> feeds() {
        return Fields.structs(values, "block_feeds").stream()
                .flatMap(link -> Fields.struct(link, "feed").stream())
                .map(Feed::new)
                .toList();
    }

    public Optional<Instant> createdAt() {
        return Fields.time(values, "created_at");
    }

    public Optional<Instant> updatedAt() {
        return Fields.time(values, "updated_at");
    }
}
