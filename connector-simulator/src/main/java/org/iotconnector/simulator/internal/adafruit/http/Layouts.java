package org.iotconnector.simulator.internal.adafruit.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** Where the blocks of a dashboard are, for each width of window. A block that was never placed is at 0,0 and 2 by 2. */
final class Layouts {
    private static final List<String> WIDTHS = List.of("xl", "lg", "md", "sm", "xs");
    private static final int LEAST_SIZE = 2;

    private final Map<String, Map<String, Map<String, Object>>> placed = new LinkedHashMap<>();

    /** All places of these blocks by width. */
    Map<String, Object> of(List<String> blockIds) {
        Map<String, Object> layouts = new LinkedHashMap<>();
        for (String width : WIDTHS) {
            Map<String, Map<String, Object>> places = placed.getOrDefault(width, Map.of());
            layouts.put(
                    width,
                    blockIds.stream()
                            .map(id -> places.getOrDefault(id, place(id, 0, 0, LEAST_SIZE, LEAST_SIZE)))
                            .toList());
        }
        return layouts;
    }

    /** Replaces the places of the widths that the object has; null leaves one as it is. */
    void replace(@Nullable Object layouts, List<String> blockIds) {
        Map<String, @Nullable Object> byWidth =
                Json.object(layouts).orElseThrow(() -> ApiFailure.invalid("layouts must be an object"));
        Map<String, Map<String, Map<String, Object>>> checked = new LinkedHashMap<>();
        byWidth.forEach((width, places) -> {
            if (!WIDTHS.contains(width)) {
                throw ApiFailure.invalid("layouts has [" + width + "], expected " + String.join(", ", WIDTHS));
            }
            if (places != null) {
                checked.put(width, places(places, Set.copyOf(blockIds)));
            }
        });
        placed.putAll(checked);
    }

    private static Map<String, Map<String, Object>> places(Object list, Set<String> blockIds) {
        List<Map<String, Object>> places = new ArrayList<>();
        for (Fields fields : Fields.objects(list, "layouts")) {
            String id = fields.requiredText("i");
            if (!blockIds.contains(id)) {
                throw ApiFailure.invalid("i is [" + id + "], which is no block of the dashboard");
            }
            Map<String, Object> place =
                    place(id, number(fields, "x", 0), number(fields, "y", 0), size(fields, "w"), size(fields, "h"));
            Integer z = fields.whole("z");
            if (z != null) {
                place.put("z", z);
            }
            places.add(place);
        }
        return places.stream()
                .collect(Collectors.toMap(
                        place -> String.valueOf(place.get("i")), place -> place, (first, second) -> second));
    }

    private static int size(Fields fields, String name) {
        return number(fields, name, LEAST_SIZE);
    }

    private static int number(Fields fields, String name, int least) {
        int number = Objects.requireNonNullElse(fields.whole(name), least);
        if (number < least) {
            throw ApiFailure.invalid(name + " is [" + number + "], expected " + least + " or more");
        }
        return number;
    }

    private static Map<String, Object> place(String id, int x, int y, int w, int h) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("i", id);
        place.put("x", x);
        place.put("y", y);
        place.put("w", w);
        place.put("h", h);
        return place;
    }
}
