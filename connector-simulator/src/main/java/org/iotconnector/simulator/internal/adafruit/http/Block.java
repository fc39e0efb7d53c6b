package org.iotconnector.simulator.internal.adafruit.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.adafruit.store.FeedPlace;
import org.jspecify.annotations.Nullable;

/** A block of a dashboard. Its id is text in answers. */
final class Block {
    private final Entry entry;
    private List<BlockFeed> feeds;

    /** A feed that a block shows or sets. */
    record BlockFeed(String id, FeedPlace place) {}

    Block(Entry entry, List<BlockFeed> feeds) {
        this.entry = entry;
        this.feeds = feeds;
    }

    String id() {
        return String.valueOf(entry.id());
    }

    Entry entry() {
        return entry;
    }

    void feeds(List<BlockFeed> replacement) {
        feeds = replacement;
    }

    Map<String, @Nullable Object> record(Account owner) {
        Map<String, @Nullable Object> all = entry.record();
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (name.equals("created_at")) {
                record.put("block_feeds", feedRecords(owner));
            }
            record.put(name, value);
        });
        record.put("id", id());
        if (record.get("description") == null) {
            record.remove("description");
        }
        return record;
    }

    /** A feed that was deleted, or has left the group, is gone here too. */
    private List<Map<String, Object>> feedRecords(Account owner) {
        return feeds.stream()
                .filter(shown -> owner.feeds().contains(shown.place().feed())
                        && shown.place().group().feeds().contains(shown.place().feed()))
                .map(Block::record)
                .toList();
    }

    private static Map<String, Object> record(BlockFeed shown) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", shown.id());
        record.put(
                "feed",
                reference(
                        shown.place().feed().id(),
                        shown.place().feed().name(),
                        shown.place().key()));
        record.put(
                "group",
                reference(
                        shown.place().group().id(),
                        shown.place().group().name(),
                        shown.place().group().key()));
        return record;
    }

    private static Map<String, Object> reference(long id, String name, String key) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("id", id);
        reference.put("name", name);
        reference.put("key", key);
        return reference;
    }
}
