package org.iotconnector.adafruit.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iotconnector.adafruit.internal.rest.Fields;
import org.iotconnector.core.thing.Values;

/**
 * A group of feeds. Within a feed's record it has id, key and name only.
 *
 * @param values the members as received
 */
public record Group(Values values) {
    public String id() {
        return Fields.plainText(values, "id");
    }

    /** What addresses it; {@code default} for the group of feeds that are in no other. */
    public String key() {
        return Fields.plainText(values, "key");
    }

    /** For people. */
    public String name() {
        return Fields.plainText(values, "name");
    }

    public Optional<String> description() {
        return Fields.text(values, "description");
    }

    public Optional<Visibility> visibility() {
        return Fields.text(values, "visibility").flatMap(Visibility::find);
    }

    public List<Feed> feeds() {
        return Fields.structs(values, "feeds").stream().map(Feed::new).toList();
    }

    public Optional<Instant> createdAt() {
        return Fields.time(values, "created_at");
    }

    public Optional<Instant> updatedAt() {
        return Fields.time(values, "updated_at");
    }
}
