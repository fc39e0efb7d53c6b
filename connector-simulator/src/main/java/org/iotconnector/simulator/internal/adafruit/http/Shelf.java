package org.iotconnector.simulator.internal.adafruit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.http.Response;
import org.jspecify.annotations.Nullable;

/** Records of one kind, oldest first. */
final class Shelf {
    private final List<Entry> entries = new ArrayList<>();
    private final Stationery stationery;

    Shelf(Stationery stationery) {
        this.stationery = stationery;
    }

    List<Entry> all() {
        return List.copyOf(entries);
    }

    Entry add(Map<String, @Nullable Object> members) {
        Entry entry = stationery.entry(members);
        entries.add(entry);
        return entry;
    }

    /** The record of this id. */
    Entry get(String id) {
        return find(id).orElseThrow(ApiFailure::notFound);
    }

    Optional<Entry> find(String id) {
        return entries.stream()
                .filter(entry -> String.valueOf(entry.id()).equals(id))
                .findFirst();
    }

    void remove(Entry entry) {
        entries.remove(entry);
    }

    /** All records as an answer. */
    Response list() {
        return Response.json(200, entries.stream().map(Entry::record).toList());
    }
}
