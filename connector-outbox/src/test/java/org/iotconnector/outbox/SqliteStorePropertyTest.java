package org.iotconnector.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iotconnector.core.outbox.DurableOutbox;
import org.iotconnector.core.outbox.OutboxStore;
import org.iotconnector.core.outbox.StoredRecord;

/** A store is a list that survives restarts. */
class SqliteStorePropertyTest {
    @Property(tries = 40)
    void store_overRandomRestarts_equalsAList(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int steps)
            throws IOException {
        Path folder = Files.createTempDirectory("outbox");
        Random random = new Random(seed);
        SortedMap<Long, byte[]> model = new TreeMap<>();
        long last = 0;
        OutboxStore store = new SqliteOutboxStores().open(folder, DurableOutbox.Sync.SYSTEM);
        try {
            store.recover();
            for (int step = 0; step < steps; step++) {
                List<StoredRecord> added = new ArrayList<>();
                long[] removed = model.keySet().stream()
                        .filter(id -> random.nextInt(3) == 0)
                        .mapToLong(Long::longValue)
                        .toArray();
                for (int n = random.nextInt(200); n > 0; n--) {
                    byte[] data = new byte[random.nextInt(600)];
                    random.nextBytes(data);
                    // Numbers of commits that failed are left out.
                    last += 1 + random.nextInt(2);
                    added.add(new StoredRecord(last, data));
                }

                store.commit(added, removed);

                for (long id : removed) {
                    model.remove(id);
                }
                added.forEach(it -> model.put(it.id(), it.data()));
                if (random.nextInt(4) == 0) {
                    store.close();
                    store = new SqliteOutboxStores().open(folder, DurableOutbox.Sync.SYSTEM);
                    OutboxStore.Recovery found = store.recover();
                    assertThat(found.lastId()).isEqualTo(last);
                    assertThat(found.lost()).isZero();
                    check(found, model);
                }
            }
            store.close();
            store = new SqliteOutboxStores().open(folder, DurableOutbox.Sync.SYSTEM);
            check(store.recover(), model);
        } finally {
            store.close();
            delete(folder);
        }
    }

    private static void check(OutboxStore.Recovery found, SortedMap<Long, byte[]> model) {
        assertThat(found.records().stream().map(StoredRecord::id)).containsExactlyElementsOf(model.keySet());
        assertThat(found.records()).allSatisfy(it -> assertThat(it.data()).isEqualTo(model.get(it.id())));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
