package org.iotconnector.onenet.legacy.internal;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iotconnector.core.MappingException;
import org.iotconnector.onenet.legacy.DataText;
import org.iotconnector.onenet.legacy.DataText.Entry;

/** The text of layouts 5 and 6, and the form of times as text. */
final class PacketText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private PacketText() {}

    static String time(LocalDateTime time) {
        return TIME.format(time);
    }

    static LocalDateTime readTime(String location, String text) {
        try {
            return LocalDateTime.parse(text, TIME);
        } catch (DateTimeException noTime) {
            throw new MappingException(
                    location, "\"" + text + "\" is no time in the form 2016-01-02 03:04:05.", noTime);
        }
    }

    static String write(DataText text) {
        StringBuilder out = new StringBuilder().append(text.fieldSeparator()).append(text.recordSeparator());
        for (int i = 0; i < text.records().size(); i++) {
            Entry entry = text.records().get(i);
            if (i > 0) {
                out.append(text.recordSeparator());
            }
            entry.stream().ifPresent(stream -> out.append(stream).append(text.fieldSeparator()));
            entry.at().ifPresent(at -> out.append(time(at)).append(text.fieldSeparator()));
            out.append(entry.value());
        }
        return out.toString();
    }

    static DataText read(String text) {
        if (text.length() < 2) {
            throw new MappingException("", "The text must begin with its two separators.");
        }
        char field = text.charAt(0);
        char record = text.charAt(1);
        List<Entry> records = new ArrayList<>();
        for (String part : split(text.substring(2), record)) {
            // A separator after the last record is common and means nothing.
            if (!part.isEmpty()) {
                records.add(entry(split(part, field)));
            }
        }
        return new DataText(field, record, records);
    }

    private static Entry entry(List<String> fields) {
        return switch (fields.size()) {
            case 1 -> Entry.of(fields.get(0));
            case 2 -> Entry.of(fields.get(0), fields.get(1));
            case 3 -> new Entry(Optional.of(fields.get(0)), Optional.of(readTime("", fields.get(1))), fields.get(2));
            default ->
                throw new MappingException(
                        "", "A record has " + fields.size() + " fields; there may be stream, time and value.");
        };
    }

    private static List<String> split(String text, char separator) {
        return List.of(text.split(Pattern.quote(String.valueOf(separator)), -1));
    }
}
