package org.iotconnector.outbox.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iotconnector.core.outbox.DurableOutbox;
import org.iotconnector.core.outbox.StoredRecord;
import org.sqlite.SQLiteErrorCode;

/** The SQLite file: its tables, and the few statements that are run on it. For one thread at a time. */
final class Database implements AutoCloseable {
    /** "iotb", so that another program's file is not written into by mistake. */
    private static final int APPLICATION = 0x696F7462;

    private static final int VERSION = 1;

    /** Records for each INSERT: the calls into SQLite cost more than the rows. */
    private static final int ROWS = 64;

    /** Free pages that are worth giving back to the system. */
    private static final int MANY_FREE = 256;

    private final Connection connection;
    private final PreparedStatement insertOne;
    private final PreparedStatement insertMany;
    private final PreparedStatement delete;
    private final PreparedStatement noteLast;

    private Database(Connection connection) throws SQLException {
        this.connection = connection;
        String insert = "INSERT INTO message(id, data) VALUES (?, ?)";
        this.insertOne = connection.prepareStatement(insert);
        this.insertMany = connection.prepareStatement(insert + ", (?, ?)".repeat(ROWS - 1));
        this.delete = connection.prepareStatement("DELETE FROM message WHERE id BETWEEN ? AND ?");
        this.noteLast = connection.prepareStatement("UPDATE state SET last = ?");
    }

    /**
     * Opens a file that is empty or an outbox.
     *
     * @throws IOException when it is another program's or a later version's
     * @throws SQLException when it cannot be read; see {@link #isDamage}
     */
    static Database open(Path file, DurableOutbox.Sync sync) throws IOException, SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try {
            prepare(connection, file, sync);
            connection.setAutoCommit(false);
            return new Database(connection);
        } catch (IOException | SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void prepare(Connection connection, Path file, DurableOutbox.Sync sync)
            throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            // Nobody else reads it, so the index of the log can stay in memory.
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            int application = number(statement, "PRAGMA application_id");
            int version = number(statement, "PRAGMA user_version");
            if (application != APPLICATION && number(statement, "SELECT count(*) FROM sqlite_master") > 0) {
                throw new IOException(file + " is a database of another program; name another folder.");
            }
            if (version > VERSION) {
                throw new IOException(file + " was written by a later version of this program (form " + version
                        + ", known is " + VERSION + "); use that version.");
            }
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = " + (sync == DurableOutbox.Sync.DISK ? "FULL" : "NORMAL"));
            if (version < VERSION) {
                create(statement);
            }
            check(statement);
        }
    }

    private static void create(Statement statement) throws SQLException {
        statement.execute("BEGIN");
        statement.execute("PRAGMA application_id = " + APPLICATION);
        statement.execute("CREATE TABLE message(id INTEGER PRIMARY KEY, data BLOB NOT NULL)");
        statement.execute("CREATE TABLE state(last INTEGER NOT NULL)");
        statement.execute("INSERT INTO state(last) VALUES (0)");
        statement.execute("PRAGMA user_version = " + VERSION);
        statement.execute("COMMIT");
    }

    private static void check(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (rows.next() && !"ok".equals(rows.getString(1))) {
                throw new SQLException(rows.getString(1), null, SQLiteErrorCode.SQLITE_CORRUPT.code);
            }
        }
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    /** Whether the file is damaged, rather than the disk full or the folder read-only. */
    static boolean isDamage(SQLException e) {
        int primary = e.getErrorCode() & 0xFF;
        return primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    List<StoredRecord> records() throws SQLException {
        List<StoredRecord> records = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, data FROM message ORDER BY id")) {
            while (rows.next()) {
                records.add(new StoredRecord(rows.getLong(1), rows.getBytes(2)));
            }
        }
        connection.commit();
        return records;
    }

    long lastId() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT last FROM state")) {
            return rows.next() ? rows.getLong(1) : 0;
        } finally {
            connection.commit();
        }
    }

    /** Whether the disk or this user's share of it is full. */
    static boolean isFull(SQLException e) {
        return (e.getErrorCode() & 0xFF) == SQLiteErrorCode.SQLITE_FULL.code;
    }

    /** Gives the room of what was removed back to the system, if that is much. For a store in which nothing is left. */
    void shrink() throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            if (number(statement, "PRAGMA freelist_count") > MANY_FREE) {
                statement.execute("VACUUM");
            }
        } finally {
            connection.setAutoCommit(false);
        }
    }

    /**
     * One transaction; {@code last} is the highest id that was ever given. After a failure the database has to be closed:
     * SQLite may have ended the transaction by itself, of which the driver knows nothing.
     */
    void commit(List<StoredRecord> added, long[] removed, long last) throws SQLException {
        insert(added);
        remove(removed);
        noteLast.setLong(1, last);
        noteLast.executeUpdate();
        connection.commit();
    }

    private void insert(List<StoredRecord> added) throws SQLException {
        int next = 0;
        for (; added.size() - next >= ROWS; next += ROWS) {
            for (int row = 0; row < ROWS; row++) {
                bind(insertMany, 2 * row, added.get(next + row));
            }
            insertMany.executeUpdate();
        }
        for (; next < added.size(); next++) {
            bind(insertOne, 0, added.get(next));
            insertOne.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, int offset, StoredRecord added) throws SQLException {
        statement.setLong(offset + 1, added.id());
        statement.setBytes(offset + 2, added.data());
    }

    /** In runs of neighbours: what was sent in order ends nearly in order. */
    private void remove(long[] removed) throws SQLException {
        long[] ids = removed.clone();
        Arrays.sort(ids);
        for (int first = 0, end; first < ids.length; first = end) {
            end = first + 1;
            while (end < ids.length && ids[end] == ids[end - 1] + 1) {
                end++;
            }
            delete.setLong(1, ids[first]);
            delete.setLong(2, ids[end - 1]);
            delete.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
