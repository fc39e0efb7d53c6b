package org.iotconnector.history.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.iotconnector.history.HistoryException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The SQLite file: how it is opened, what marks it as a history, and what its errors mean. */
final class DatabaseFile {
    /** "ioth", so that another program's file is not written into by mistake. */
    private static final int APPLICATION = 0x696F7468;

    private static final int VERSION = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path path;
    private final SQLiteDataSource source;

    DatabaseFile(Path path, boolean flush) {
        this.path = path;
        SQLiteConfig config = new SQLiteConfig();
        // Readers do not stop the writer, and a killed process leaves a log that the next one reads.
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(flush ? SQLiteConfig.SynchronousMode.FULL : SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout((int) PATIENCE.toMillis());
        this.source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + path.toAbsolutePath());
    }

    Path path() {
        return path;
    }

    Connection connect() throws SQLException {
        return source.getConnection();
    }

    /** A connection to a file that has the tables; only a file that is empty or a history becomes one. */
    Connection prepare() {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new HistoryException("There is no folder " + folder + " for the history; make it first.", null);
        }
        try {
            Connection connection = connect();
            try {
                makeTables(connection);
                return connection;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failure("be opened", e);
        }
    }

    private void makeTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int application = number(statement, "PRAGMA application_id");
            int version = number(statement, "PRAGMA user_version");
            if (application != APPLICATION && number(statement, "SELECT count(*) FROM sqlite_master") > 0) {
                throw new HistoryException(
                        path + " is a database of another program; choose another file for the history.", null);
            }
            if (version > VERSION) {
                throw new HistoryException(
                        path + " was written by a later version of this program (form " + version + ", known is "
                                + VERSION + "); use that version.",
                        null);
            }
            if (version < VERSION) {
                create(statement);
            }
        }
    }

    /** All statements may run again, should the process end between them or two processes begin together. */
    private static void create(Statement statement) throws SQLException {
        statement.executeUpdate("PRAGMA application_id = " + APPLICATION);
        statement.executeUpdate("CREATE TABLE IF NOT EXISTS sample(id INTEGER PRIMARY KEY, device TEXT NOT NULL,"
                + " property TEXT NOT NULL, at INTEGER NOT NULL, value TEXT NOT NULL)");
        statement.executeUpdate("CREATE INDEX IF NOT EXISTS sample_series ON sample(device, property, at)");
        statement.executeUpdate("CREATE INDEX IF NOT EXISTS sample_at ON sample(at)");
        statement.executeUpdate("PRAGMA user_version = " + VERSION);
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    HistoryException failure(String what, SQLException e) {
        return new HistoryException(
                "The history at " + path + " cannot " + what + ": " + e.getMessage() + ". Check that it is a history,"
                        + " that the disk has room and that this user may write there.",
                e);
    }
}
