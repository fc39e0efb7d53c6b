package org.iotconnector.core.outbox;

/** One message in an {@link OutboxStore}: a number and bytes, which nobody changes. */
public final class StoredRecord {
    private final long id;
    private final byte[] data;

    /** A record; {@code data} is not copied and must not be changed any more. */
    public StoredRecord(long id, byte[] data) {
        this.id = id;
        this.data = data;
    }

    /** Its number, 1 or more; records are sent in this order. */
    public long id() {
        return id;
    }

    /** Its content, not copied; must not be changed. */
    public byte[] data() {
        return data;
    }

    /** The number and the length, never the content. */
    @Override
    public String toString() {
        return "StoredRecord[" + id + ", " + data.length + " bytes]";
    }
}
