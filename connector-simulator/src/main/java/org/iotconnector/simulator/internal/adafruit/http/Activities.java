package org.iotconnector.simulator.internal.adafruit.http;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** What was done over HTTP to an account's feeds, groups, dashboards, blocks and actions, the last 1000. */
final class Activities {
    private static final int KEPT = 1000;

    private final Deque<Activity> activities = new ArrayDeque<>();
    private final long userId;
    private final boolean dataAsText;
    private final Stationery stationery;

    private record Activity(Instant at, String model, Entry entry) {}

    Activities(long userId, boolean dataAsText, Stationery stationery) {
        this.userId = userId;
        this.dataAsText = dataAsText;
        this.stationery = stationery;
    }

    /** Adds one; {@code action} is {@code create}, {@code update} or {@code destroy}. */
    void note(String action, String model, Map<String, @Nullable Object> data) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("action", action);
        members.put("model", model);
        members.put("data", dataAsText ? Json.text(data) : data);
        members.put("user_id", userId);
        activities.addFirst(new Activity(stationery.now(), model, stationery.entry(members)));
        if (activities.size() > KEPT) {
            activities.removeLast();
        }
    }

    /**
     * Those within a range of times, newest first.
     *
     * @param type a model in any case, singular or plural; null for all
     */
    List<Map<String, @Nullable Object>> list(
            @Nullable String type, @Nullable Instant start, @Nullable Instant end, int limit) {
        return activities.stream()
                .filter(activity -> type == null || isOf(type, activity.model()))
                .filter(activity -> start == null || !activity.at().isBefore(start))
                .filter(activity -> end == null || !activity.at().isAfter(end))
                .limit(limit)
                .map(activity -> activity.entry().record())
                .toList();
    }

    private static boolean isOf(String type, String model) {
        String asked = type.toLowerCase(Locale.ROOT);
        String known = model.toLowerCase(Locale.ROOT);
        return asked.equals(known) || asked.equals(known + "s");
    }

    void clear() {
        activities.clear();
    }
}
