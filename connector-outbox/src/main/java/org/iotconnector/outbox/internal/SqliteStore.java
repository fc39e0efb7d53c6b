package org.iotconnector.outbox.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.iotconnector.core.outbox.DurableOutbox;
import org.iotconnector.core.outbox.OutboxStore;
import org.iotconnector.core.outbox.StoredRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One outbox in one SQLite file. Each commit is a transaction in the write-ahead log, whose frames carry checksums: what a
 * kill has cut off in the middle is not there at the next opening, and everything before it is.
 */
public final class SqliteStore implements OutboxStore {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);
    private static final String FILE = "outbox.db";

    private final StoreFolder folder;
    private final DurableOutbox.Sync sync;
    private final Watermark watermark;
    private @Nullable Database database;
    private long lastId;
    private long records;
    private boolean recovered;

    /** A store in a folder that the caller has locked; it ends with the store. */
    public SqliteStore(StoreFolder folder, DurableOutbox.Sync sync) throws IOException {
        this.folder = folder;
        this.sync = sync;
        this.watermark = new Watermark(folder);
    }

    @Override
    public Recovery recover() throws IOException {
        Path file = folder.file(FILE);
        Watermark.Mark mark = watermark.read();
        Recovery recovery;
        try {
            recovery = read(file, mark);
        } catch (SQLException e) {
            if (!Database.isDamage(e)) {
                throw new IOException("the database " + file + " cannot be opened: " + e.getMessage(), e);
            }
            recovery = replace(file, mark, e);
        }
        lastId = recovery.lastId();
        records = recovery.records().size();
        recovered = true;
        note();
        return recovery;
    }

    private Recovery read(Path file, Watermark.Mark mark) throws IOException, SQLException {
        Database opened = Database.open(file, sync);
        database = opened;
        List<StoredRecord> found = opened.records();
        long last = opened.lastId();
        if (found.isEmpty()) {
            opened.shrink();
        }
        if (mark.lastId() <= last) {
            return new Recovery(found, last, 0, "");
        }
        // From now on it is known, so that the next opening does not count it again.
        opened.commit(List.of(), new long[0], mark.lastId());
        long lost = mark.lastId() - last;
        return new Recovery(
                found,
                mark.lastId(),
                lost,
                "The end of the file was damaged and is cut off after message " + last + ": what was done to the last "
                        + lost + " messages, stored or sent, is forgotten.");
    }

    /** Puts the damaged file aside and starts a new one with what can still be read. */
    private Recovery replace(Path file, Watermark.Mark mark, SQLException damage) throws IOException {
        closeDatabase();
        String prefix = "damaged-" + Instant.now().toEpochMilli() + "-";
        folder.setAside(prefix, FILE, FILE + "-wal");
        List<StoredRecord> saved = Salvage.from(folder.file(prefix + FILE));
        try {
            Database opened = Database.open(folder.file(FILE), sync);
            database = opened;
            long last = Math.max(
                    mark.lastId(),
                    saved.isEmpty() ? 0 : saved.get(saved.size() - 1).id());
            opened.commit(saved, new long[0], last);
            return new Recovery(
                    saved,
                    last,
                    Math.max(0, mark.records() - saved.size()),
                    file + " was damaged (" + damage.getMessage() + ") and is kept as " + prefix + FILE + "; "
                            + saved.size() + " messages could still be read.");
        } catch (SQLException e) {
            throw new IOException("a new database " + file + " cannot be made: " + e.getMessage(), e);
        }
    }

    @Override
    public void commit(List<StoredRecord> added, long[] removed) throws IOException {
        long last = added.isEmpty() ? lastId : added.get(added.size() - 1).id();
        try {
            commit(added, removed, last);
        } catch (SQLException e) {
            throw new IOException(e.getMessage() + ".", e);
        }
        lastId = last;
        records += added.size() - removed.length;
        note();
    }

    private void commit(List<StoredRecord> added, long[] removed, long last) throws IOException, SQLException {
        try {
            database().commit(added, removed, last);
        } catch (SQLException e) {
            abandonDatabase(e);
            if (!Database.isFull(e)) {
                throw e;
            }
            // The log may be what fills the disk, with messages that are long gone; closing has emptied it.
            commitAgain(added, removed, last);
        }
    }

    private void commitAgain(List<StoredRecord> added, long[] removed, long last) throws IOException, SQLException {
        try {
            database().commit(added, removed, last);
        } catch (SQLException e) {
            abandonDatabase(e);
            throw e;
        }
    }

    /** The database; opened anew after a failure. */
    private Database database() throws IOException, SQLException {
        Database present = database;
        if (present == null) {
            if (!recovered) {
                throw new IOException("the store in " + folder + " is not open.");
            }
            present = Database.open(folder.file(FILE), sync);
            database = present;
        }
        return present;
    }

    private void abandonDatabase(SQLException cause) {
        try {
            closeDatabase();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private void note() {
        try {
            watermark.write(new Watermark.Mark(lastId, records));
        } catch (IOException e) {
            // The step itself is stored. An older mark only means that a later damage is reported less exactly.
            LOG.debug("The mark in {} could not be written", folder, e);
        }
    }

    @Override
    public void close() throws IOException {
        recovered = false;
        try {
            closeDatabase();
        } finally {
            watermark.close();
            folder.close();
        }
    }

    private void closeDatabase() throws IOException {
        Database opened = database;
        database = null;
        if (opened != null) {
            try {
                opened.close();
            } catch (SQLException e) {
                throw new IOException("the database in " + folder + " cannot be closed: " + e.getMessage(), e);
            }
        }
    }
}
