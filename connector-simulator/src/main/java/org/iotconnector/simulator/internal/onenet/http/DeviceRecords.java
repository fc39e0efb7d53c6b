package org.iotconnector.simulator.internal.onenet.http;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.onenet.DeviceState;
import org.iotconnector.simulator.internal.onenet.Notices;
import org.iotconnector.simulator.internal.onenet.Notices.Notice;
import org.jspecify.annotations.Nullable;

/** What only the application API knows about devices: their descriptions and when they came and went. */
final class DeviceRecords {
    private static final int MAX_CHANGES = 1000;

    /** A change of state; {@code time} in milliseconds. */
    record Change(boolean online, long time) {}

    private static final class Entry {
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final List<Change> changes = new ArrayList<>();
    }

    private final Map<DeviceState, Entry> entries = new HashMap<>();
    private final Clock clock;

    DeviceRecords(Notices notices, Clock clock) {
        this.clock = clock;
        notices.subscribe(this::note);
    }

    /** The attributes given at creation and by updates, to be changed in place. */
    Map<String, String> attributes(DeviceState device) {
        return entry(device).attributes;
    }

    /** Changes between two times in milliseconds, both included, oldest first. */
    List<Change> changes(DeviceState device, long start, long end) {
        return entry(device).changes.stream()
                .filter(change -> change.time() >= start && change.time() <= end)
                .toList();
    }

    void forget(DeviceState device) {
        entries.remove(device);
    }

    private void note(Notice notice) {
        if (notice.kind() == Notices.Kind.LIFE_CYCLE) {
            @Nullable
            Object status = Json.object(notice.body().get("data"))
                    .map(data -> data.get("status"))
                    .orElse("");
            List<Change> changes = entry(notice.device()).changes;
            changes.add(new Change("online".equals(status), clock.millis()));
            if (changes.size() > MAX_CHANGES) {
                changes.remove(0);
            }
        }
    }

    private Entry entry(DeviceState device) {
        return entries.computeIfAbsent(device, unused -> new Entry());
    }
}
