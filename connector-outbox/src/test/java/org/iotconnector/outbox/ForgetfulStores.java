package org.iotconnector.outbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.LongStream;
import org.iotconnector.core.outbox.DurableOutbox;
import org.iotconnector.core.outbox.OutboxStore;
import org.iotconnector.core.outbox.OutboxStoreFactory;
import org.iotconnector.core.outbox.StoredRecord;

/** Broken on purpose: says that a step is stored when it is not yet, as a store that forgets to write would. */
final class ForgetfulStores implements OutboxStoreFactory {
    private static final int BEHIND = 4;

    private record Step(List<StoredRecord> added, List<Long> removed) {
        long[] ids() {
            return removed.stream().mapToLong(Long::longValue).toArray();
        }
    }

    @Override
    public OutboxStore open(Path directory, DurableOutbox.Sync sync) throws IOException {
        OutboxStore store = new SqliteOutboxStores().open(directory, sync);
        ArrayDeque<Step> unwritten = new ArrayDeque<>();
        return new OutboxStore() {
            @Override
            public Recovery recover() throws IOException {
                return store.recover();
            }

            @Override
            public void commit(List<StoredRecord> added, long[] removed) throws IOException {
                unwritten.add(new Step(added, LongStream.of(removed).boxed().toList()));
                if (unwritten.size() > BEHIND) {
                    Step oldest = unwritten.remove();
                    store.commit(oldest.added(), oldest.ids());
                }
            }

            @Override
            public void close() throws IOException {
                store.close();
            }
        };
    }
}
