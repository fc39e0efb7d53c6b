package org.iotconnector.benchmarks.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32C;
import org.iotconnector.core.outbox.DurableOutbox;
import org.iotconnector.core.outbox.OutboxStore;
import org.iotconnector.core.outbox.StoredRecord;

/** The least that anyone could do: records with checksums behind one another in a file. The peer; it cannot recover. */
final class AppendLog implements OutboxStore {
    private final FileChannel file;
    private final boolean flush;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);

    AppendLog(Path directory, DurableOutbox.Sync sync) throws IOException {
        this.file = FileChannel.open(directory.resolve("log"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.flush = sync == DurableOutbox.Sync.DISK;
    }

    @Override
    public Recovery recover() {
        return new Recovery(List.of(), 0, 0, "");
    }

    @Override
    public void commit(List<StoredRecord> added, long[] removed) throws IOException {
        int size = 8 * removed.length;
        for (StoredRecord each : added) {
            size += 16 + each.data().length;
        }
        if (buffer.capacity() < size) {
            buffer = ByteBuffer.allocateDirect(2 * size);
        }
        buffer.clear();
        for (StoredRecord each : added) {
            CRC32C sum = new CRC32C();
            sum.update(each.data());
            buffer.putLong(each.id()).putInt(each.data().length).putInt((int) sum.getValue());
            buffer.put(each.data());
        }
        for (long id : removed) {
            buffer.putLong(-id);
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        if (flush) {
            file.force(false);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
