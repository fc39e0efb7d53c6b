package org.iotconnector.outbox.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iotconnector.core.outbox.StoredRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what is still readable in a damaged file: from the front to the damage, and from the back to it. */
final class Salvage {
    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);

    private Salvage() {}

    static List<StoredRecord> from(Path file) {
        SortedMap<Long, StoredRecord> found = new TreeMap<>();
        read(file, "SELECT id, data FROM message ORDER BY id", found);
        read(file, "SELECT id, data FROM message ORDER BY id DESC", found);
        return List.copyOf(found.values());
    }

    private static void read(Path file, String query, SortedMap<Long, StoredRecord> found) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.put(rows.getLong(1), new StoredRecord(rows.getLong(1), rows.getBytes(2)));
            }
        } catch (SQLException e) {
            LOG.debug("{} cannot be read further: {}", file, e.getMessage());
        }
    }
}
