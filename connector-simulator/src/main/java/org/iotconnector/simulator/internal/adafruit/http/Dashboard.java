package org.iotconnector.simulator.internal.adafruit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.jspecify.annotations.Nullable;

/** A dashboard with its blocks. */
final class Dashboard {
    private final Entry entry;
    private final List<Block> blocks = new ArrayList<>();
    private final Layouts layouts = new Layouts();

    Dashboard(Entry entry) {
        this.entry = entry;
    }

    Entry entry() {
        return entry;
    }

    String key() {
        return String.valueOf(entry.member("key"));
    }

    /** Its blocks, oldest first; changes of this list are changes of the dashboard. */
    List<Block> blocks() {
        return blocks;
    }

    Optional<Block> block(String id) {
        return blocks.stream().filter(block -> block.id().equals(id)).findFirst();
    }

    /** Where the blocks are. */
    Layouts layouts() {
        return layouts;
    }

    /** As lists and answers to changes have it. */
    Map<String, @Nullable Object> record(Account owner) {
        Map<String, @Nullable Object> record = entry.record();
        record.put("blocks", blocks.stream().map(block -> block.record(owner)).toList());
        return record;
    }

    /** With where its blocks are. */
    Map<String, @Nullable Object> recordWithLayouts(Account owner) {
        Map<String, @Nullable Object> record = record(owner);
        record.put("layouts", layouts.of(blocks.stream().map(Block::id).toList()));
        return record;
    }
}
