package org.iotconnector.history.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.iotconnector.history.HistoryException;
import org.iotconnector.history.HistoryQuery;
import org.iotconnector.history.HistorySeries;
import org.iotconnector.history.Sample;

/**
 * The table of samples. One connection writes; each query has a connection of its own, so that a long export holds up no
 * recording. Thread-safe.
 */
public final class SampleStore implements AutoCloseable {
    private static final String INSERT = "INSERT INTO sample(device, property, at, value) VALUES (?, ?, ?, ?)";
    private static final String SERIES = "SELECT device, property, count(*), min(at), max(at) FROM sample"
            + " GROUP BY device, property ORDER BY device, property";

    private final DatabaseFile file;
    private final Object lock = new Object();
    private final Connection writer;
    private final PreparedStatement insert;
    private boolean closed;

    private SampleStore(DatabaseFile file, Connection writer, PreparedStatement insert) {
        this.file = file;
        this.writer = writer;
        this.insert = insert;
    }

    /**
     * Opens the file, or makes it.
     *
     * @param flush whether each insert waits until the disk has it
     */
    public static SampleStore open(Path path, boolean flush) {
        DatabaseFile file = new DatabaseFile(path, flush);
        Connection connection = file.prepare();
        try {
            return new SampleStore(file, connection, connection.prepareStatement(INSERT));
        } catch (SQLException e) {
            throw file.failure("be opened", e);
        }
    }

    public Path file() {
        return file.path();
    }

    /** All of them in one transaction. */
    public void insert(List<Sample> samples) {
        if (samples.isEmpty()) {
            return;
        }
        synchronized (lock) {
            requireOpen();
            try {
                writer.setAutoCommit(false);
                try {
                    for (Sample sample : samples) {
                        insert.setString(1, sample.device());
                        insert.setString(2, sample.property());
                        insert.setLong(3, sample.time().toEpochMilli());
                        insert.setString(4, StoredValue.write(sample.value()));
                        insert.addBatch();
                    }
                    insert.executeBatch();
                    writer.commit();
                } finally {
                    insert.clearBatch();
                    // After a commit there is nothing left to roll back.
                    writer.rollback();
                    writer.setAutoCommit(true);
                }
            } catch (SQLException e) {
                throw file.failure("take samples", e);
            }
        }
    }

    public void select(HistoryQuery query, Consumer<? super Sample> action) {
        requireOpen();
        try (Connection reader = file.connect();
                PreparedStatement statement = SampleSelect.prepare(reader, query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                action.accept(new Sample(
                        rows.getString(1),
                        rows.getString(2),
                        Instant.ofEpochMilli(rows.getLong(3)),
                        StoredValue.read(rows.getString(4))));
            }
        } catch (SQLException e) {
            throw file.failure("be read", e);
        }
    }

    public List<HistorySeries> series() {
        requireOpen();
        List<HistorySeries> found = new ArrayList<>();
        try (Connection reader = file.connect();
                PreparedStatement statement = reader.prepareStatement(SERIES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new HistorySeries(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getLong(3),
                        Instant.ofEpochMilli(rows.getLong(4)),
                        Instant.ofEpochMilli(rows.getLong(5))));
            }
            return List.copyOf(found);
        } catch (SQLException e) {
            throw file.failure("be read", e);
        }
    }

    public long deleteBefore(Instant moment) {
        synchronized (lock) {
            requireOpen();
            try (PreparedStatement delete = writer.prepareStatement("DELETE FROM sample WHERE at < ?")) {
                delete.setLong(1, moment.toEpochMilli());
                return delete.executeUpdate();
            } catch (SQLException e) {
                throw file.failure("drop old samples", e);
            }
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            try {
                writer.close();
            } catch (SQLException e) {
                throw file.failure("be closed", e);
            }
        }
    }

    private void requireOpen() {
        synchronized (lock) {
            if (closed) {
                throw new HistoryException("The history at " + file.path() + " is closed.", null);
            }
        }
    }
}
