package org.iotconnector.simulator.internal.adafruit.http;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.adafruit.store.Feed;
import org.iotconnector.simulator.internal.adafruit.store.FeedData;
import org.iotconnector.simulator.internal.adafruit.store.FeedFields;
import org.iotconnector.simulator.internal.adafruit.store.FeedPlace;
import org.iotconnector.simulator.internal.adafruit.store.Group;
import org.jspecify.annotations.Nullable;

/** Feeds and groups as the API tells them. Adafruit IO API docs, "Feeds" and "Groups", read 2026-11. */
final class FeedRecord {
    private FeedRecord() {}

    /** A feed. */
    static Map<String, @Nullable Object> of(Feed feed, Clock clock) {
        FeedFields fields = feed.fields();
        Map<String, @Nullable Object> json = owned(feed.owner());
        json.put("id", feed.id());
        json.put("name", feed.name());
        json.put("description", fields.description());
        json.put("history", feed.history());
        json.put("unit_type", fields.unitType());
        json.put("unit_symbol", fields.unitSymbol());
        json.put("last_value", feed.lastValue().orElse(null));
        json.put("visibility", feed.access().visibility());
        json.put("license", fields.license());
        json.put("created_at", Times.record(feed.createdAt()));
        json.put("updated_at", Times.record(feed.updatedAt()));
        json.put("status_notify", fields.statusNotify());
        json.put("status_timeout", fields.statusTimeout());
        json.put("enabled", true);
        json.put("status", feed.status(clock.instant()));
        json.put("key", feed.key());
        json.put("group", reference(feed.home()));
        json.put("groups", feed.groups().stream().map(FeedRecord::reference).toList());
        return json;
    }

    /** A feed with what is known of its data. */
    static Map<String, @Nullable Object> details(FeedPlace place, Clock clock) {
        FeedData stored = place.feed().data();
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put(
                "first",
                stored.first().map(datum -> DatumRecord.of(place, datum)).orElse(null));
        data.put(
                "last", stored.last().map(datum -> DatumRecord.of(place, datum)).orElse(null));
        data.put("count", stored.size());
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put(
                "shared_with",
                place.feed().access().shares().entrySet().stream()
                        .map(share -> Map.of("username", share.getKey(), "mode", share.getValue() ? "rw" : "r"))
                        .toList());
        details.put("data", data);
        Map<String, @Nullable Object> json = of(place.feed(), clock);
        json.put("details", details);
        return json;
    }

    /** A group with its feeds. */
    static Map<String, @Nullable Object> of(Group group, Clock clock) {
        Map<String, @Nullable Object> json = owned(group.owner());
        json.put("id", group.id());
        json.put("key", group.key());
        json.put("name", group.name());
        json.put("description", group.description());
        json.put("visibility", group.access().visibility());
        json.put("created_at", Times.record(group.createdAt()));
        json.put("updated_at", Times.record(group.updatedAt()));
        json.put("feeds", group.feeds().stream().map(feed -> of(feed, clock)).toList());
        return json;
    }

    private static Map<String, @Nullable Object> owned(Account owner) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("username", owner.username());
        json.put("owner", Map.of("id", owner.id(), "username", owner.username()));
        return json;
    }

    private static Map<String, Object> reference(Group group) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", group.id());
        json.put("key", group.key());
        json.put("name", group.name());
        json.put("user_id", group.owner().id());
        return json;
    }
}
