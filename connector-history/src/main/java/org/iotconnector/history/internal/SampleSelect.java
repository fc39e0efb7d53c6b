package org.iotconnector.history.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.iotconnector.history.HistoryQuery;

/** A query in SQL. */
final class SampleSelect {
    private SampleSelect() {}

    static PreparedStatement prepare(Connection connection, HistoryQuery query) throws SQLException {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        query.device().ifPresent(device -> add(conditions, "device = ?", values, device));
        query.property().ifPresent(property -> add(conditions, "property = ?", values, property));
        query.from().ifPresent(from -> add(conditions, "at >= ?", values, from.toEpochMilli()));
        query.to().ifPresent(to -> add(conditions, "at < ?", values, to.toEpochMilli()));
        String direction = query.newestFirst() ? "DESC" : "ASC";
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        PreparedStatement statement = connection.prepareStatement("SELECT device, property, at, value FROM sample"
                + where + " ORDER BY at " + direction + ", id " + direction + " LIMIT ?");
        values.add(query.limit());
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    private static void add(List<String> conditions, String condition, List<Object> values, Object value) {
        conditions.add(condition);
        values.add(value);
    }
}
