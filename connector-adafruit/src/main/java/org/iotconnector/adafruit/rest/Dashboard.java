package org.iotconnector.adafruit.rest;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.adafruit.internal.rest.Fields;
import org.iotconnector.core.thing.Values;

/**
 * A dashboard. What is not there is empty.
 *
 * @param values the members as received
 */
public record Dashboard(Values values) {
    public String id() {
        return Fields.plainText(values, "id");
    }

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

    public Optional<Boolean> showHeader() {
        return Fields.bool(values, "show_header");
    }

    /** {@code dark} or {@code light}. */
    public Optional<String> colorMode() {
        return Fields.text(values, "color_mode");
    }

    public Optional<Boolean> blockBorders() {
        return Fields.bool(values, "block_borders");
    }

    public Optional<Boolean> allowOverlap() {
        return Fields.bool(values, "allow_overlap");
    }

    public List<Block> blocks() {
        return Fields.structs(values, "blocks").stream().map(Block::new).toList();
    }

    /** Where blocks are, for each size of screen; only the answer about one dashboard has it. */
    public Map<LayoutSize, List<BlockPlace>> layouts() {
        Map<LayoutSize, List<BlockPlace>> layouts = new EnumMap<>(LayoutSize.class);
        Values found = Fields.struct(values, "layouts").orElse(Values.empty());
        for (LayoutSize size : LayoutSize.values()) {
            if (found.has(size.text())) {
                layouts.put(
                        size,
                        Fields.structs(found, size.text()).stream()
                                .flatMap(place -> BlockPlace.find(place).stream())
                                .toList());
            }
        }
        return Collections.unmodifiableMap(layouts);
    }

    public Optional<Instant> createdAt() {
        return Fields.time(values, "created_at");
    }

    public Optional<Instant> updatedAt() {
        return Fields.time(values, "updated_at");
    }
}
