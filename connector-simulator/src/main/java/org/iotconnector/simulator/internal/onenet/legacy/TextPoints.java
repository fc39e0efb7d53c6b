package org.iotconnector.simulator.internal.onenet.legacy;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iotconnector.simulator.onenet.legacy.DataPoint;

/** The text of layouts 5 and 6: its first two characters cut fields and records. */
final class TextPoints {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private TextPoints() {}

    /** {@code header} is the time of records that have none of their own. */
    static List<DataPoint> read(String text, Optional<LocalDateTime> header) throws IOException {
        if (text.length() < 3 || text.charAt(0) == text.charAt(1)) {
            throw new BadPacketException("text without two separators and a record");
        }
        String field = Pattern.quote(text.substring(0, 1));
        String record = Pattern.quote(text.substring(1, 2));
        List<DataPoint> points = new ArrayList<>();
        for (String each : text.substring(2).split(record, -1)) {
            if (each.isEmpty()) {
                continue;
            }
            String[] fields = each.split(field, -1);
            switch (fields.length) {
                case 1 -> points.add(new DataPoint("", header, fields[0]));
                case 2 -> points.add(new DataPoint(fields[0], header, fields[1]));
                case 3 -> points.add(new DataPoint(fields[0], Optional.of(time(fields[1])), fields[2]));
                default -> throw new BadPacketException("a record of " + fields.length + " fields");
            }
        }
        return points;
    }

    static LocalDateTime time(String text) throws IOException {
        try {
            return LocalDateTime.parse(text, TIME);
        } catch (DateTimeException noTime) {
            throw new BadPacketException("a time of another form than 2016-01-02 03:04:05");
        }
    }
}
