package org.iotconnector.benchmarks.outbox;

import java.nio.file.Path;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.iotconnector.core.outbox.DurableOutbox;
import org.iotconnector.core.outbox.OutboxStore;
import org.iotconnector.core.outbox.StoredRecord;

/** The other candidate: H2's MVStore, pure Java. */
final class MvStoreLog implements OutboxStore {
    private final MVStore store;
    private final MVMap<Long, byte[]> map;
    private final boolean flush;

    MvStoreLog(Path directory, DurableOutbox.Sync sync) {
        this.store = new MVStore.Builder()
                .fileName(directory.resolve("outbox.mv").toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        this.map = store.openMap(
                "message",
                new MVMap.Builder<Long, byte[]>().keyType(LongDataType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
        this.flush = sync == DurableOutbox.Sync.DISK;
    }

    @Override
    public Recovery recover() {
        return new Recovery(List.of(), 0, 0, "");
    }

    @Override
    public void commit(List<StoredRecord> added, long[] removed) {
        added.forEach(each -> map.append(each.id(), each.data()));
        for (long id : removed) {
            map.remove(id);
        }
        store.commit();
        if (flush) {
            store.sync();
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
