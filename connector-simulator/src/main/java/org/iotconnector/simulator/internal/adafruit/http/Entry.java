package org.iotconnector.simulator.internal.adafruit.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record that the platform only keeps and gives back. */
final class Entry {
    private final long id;
    private final Map<String, @Nullable Object> members;
    private final Instant createdAt;
    private Instant updatedAt;

    Entry(long id, Map<String, @Nullable Object> members, Instant createdAt) {
        this.id = id;
        this.members = new LinkedHashMap<>(members);
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    long id() {
        return id;
    }

    /** A member; null if it is not set. */
    @Nullable
    Object member(String name) {
        return members.get(name);
    }

    void change(Map<String, @Nullable Object> change, Instant now) {
        members.putAll(change);
        updatedAt = now;
    }

    /** The id, the members in their order, the times. */
    Map<String, @Nullable Object> record() {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("id", id);
        record.putAll(members);
        record.put("created_at", Times.record(createdAt));
        record.put("updated_at", Times.record(updatedAt));
        return record;
    }
}
