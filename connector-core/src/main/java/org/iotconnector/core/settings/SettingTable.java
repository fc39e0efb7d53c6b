package org.iotconnector.core.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.InvalidConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180, UTF-8, at most 64 MiB) whose first line names settings and whose every other line is one device.
 * An empty cell gives nothing, so that another source or the default counts. In cells {@code ${NAME}} stands for
 * environment variables as in settings files. A row that cannot be read is reported with its line and spoils no other.
 * Immutable.
 */
public final class SettingTable {
    private static final int FILE_LIMIT = 64 * 1024 * 1024;

    private final List<Row> rows;

    private SettingTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * One line after the first.
     *
     * @param place {@code lamps.csv line 7}
     * @param source its cells by setting, ranking like a file; empty if the row cannot be read
     * @param problem why it cannot be read, without what it holds
     */
    public record Row(String place, Optional<SettingSource> source, Optional<String> problem) {}

    /**
     * Reads a table.
     *
     * @param known the names of settings that may head a column
     * @throws InvalidConfigurationException if the file cannot be read, or if its first line does not name settings
     */
    public static SettingTable read(Path file, Collection<String> known, Map<String, String> environment) {
        String name = String.valueOf(file.getFileName());
        List<CsvReader.Line> records = CsvReader.read(TextFile.read("Table", file, FILE_LIMIT));
        if (records.isEmpty()) {
            throw failure(name, "is empty; its first line must name settings, such as deviceName.");
        }
        List<String> header = header(name, records.get(0), known);
        VariableSubstitution substitution = new VariableSubstitution(environment);
        Path folder = file.toAbsolutePath().getParent();
        List<Row> rows = new ArrayList<>();
        for (CsvReader.Line line : records.subList(1, records.size())) {
            rows.add(row(name + " line " + line.line(), header, line, substitution, folder));
        }
        return new SettingTable(rows);
    }

    /** The lines after the first, in their order; empty lines are left out. */
    public List<Row> rows() {
        return rows;
    }

    private static List<String> header(String name, CsvReader.Line first, Collection<String> known) {
        if (first.problem().isPresent()) {
            throw failure(name, "has a first line that " + first.problem().get());
        }
        List<String> keys = first.cells().stream().map(String::strip).toList();
        // If most of it is unknown it is no header but a device, and its cells may be secrets: none is shown.
        long unknown = keys.stream().filter(key -> !known.contains(key)).count();
        if (unknown * 2 > keys.size()) {
            throw failure(
                    name,
                    "does not name settings in its first line (" + unknown + " of " + keys.size()
                            + " columns are none); write their names there, such as platform,deviceName.");
        }
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            String column = "column " + (i + 1);
            if (key.isEmpty()) {
                throw failure(name, "has no name over " + column + "; give it one or remove it.");
            }
            if (!known.contains(key)) {
                throw failure(
                        name,
                        "has the unknown setting " + Problems.quote(key) + " over " + column
                                + NearestName.of(key, List.copyOf(known))
                                        .map(near -> "; did you mean " + near + "?")
                                        .orElse("; remove it or correct it."));
            }
            if (keys.indexOf(key) < i) {
                throw failure(name, "has two columns " + key + "; keep one.");
            }
        }
        return keys;
    }

    private static Row row(
            String place,
            List<String> header,
            CsvReader.Line line,
            VariableSubstitution substitution,
            @Nullable Path folder) {
        if (line.problem().isPresent()) {
            return new Row(place, Optional.empty(), line.problem());
        }
        List<String> cells = line.cells();
        if (cells.size() != header.size()) {
            return new Row(
                    place,
                    Optional.empty(),
                    Optional.of("has " + cells.size() + " cells for " + header.size()
                            + " columns; write empty cells as ,, and put cells that hold a comma into double quotes."));
        }
        Map<String, RawSetting> entries = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String text = cells.get(i);
            if (!text.isEmpty()) {
                String origin = place + " column " + (i + 1);
                entries.put(header.get(i), substitution.apply(new RawSetting.Text(origin, text)));
            }
        }
        return new Row(place, Optional.of(SettingSource.row(place, folder, entries)), Optional.empty());
    }

    private static InvalidConfigurationException failure(String name, String problem) {
        return InvalidConfigurationException.of("", name + " " + problem);
    }
}
