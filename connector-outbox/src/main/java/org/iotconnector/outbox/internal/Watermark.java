package org.iotconnector.outbox.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/**
 * The highest id that was ever stored and how many records there are, in a file of its own beside the database. A database
 * whose log has a damaged end goes back to an older state without a word; these numbers tell that it did, and what it cost.
 */
final class Watermark implements AutoCloseable {
    private static final int LENGTH = 2 * Long.BYTES;

    private final FileChannel file;

    /** The numbers. */
    record Mark(long lastId, long records) {}

    Watermark(StoreFolder folder) throws IOException {
        this.file = FileChannel.open(folder.file("mark"), StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** What was written last; zeros when there is nothing yet. */
    Mark read() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
        return file.read(bytes, 0) == LENGTH
                ? new Mark(Math.max(0, bytes.getLong(0)), Math.max(0, bytes.getLong(Long.BYTES)))
                : new Mark(0, 0);
    }

    /** Not flushed: should the machine fail, older numbers only mean that less can be told. */
    void write(Mark mark) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH).putLong(mark.lastId()).putLong(mark.records());
        file.write(bytes.flip(), 0);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
