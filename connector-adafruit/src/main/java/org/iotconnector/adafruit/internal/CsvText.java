package org.iotconnector.adafruit.internal;

import java.util.ArrayList;
import java.util.List;
import org.iotconnector.core.MappingException;

/** Comma-separated values as the platform has them: quotes around what needs them, doubled inside (RFC 4180). */
final class CsvText {
    private CsvText() {}

    /** One field, in quotes if it holds a comma, a quote or a line break, or could lose a space at an end. */
    static String field(String text) {
        boolean bare = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && text.strip().length() == text.length();
        return bare ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Lines of fields; a line break at the end, or none, is all the same, and empty lines do not count. */
    static List<List<String>> read(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            StringBuilder field = new StringBuilder();
            at = field(text, at, field);
            fields.add(field.toString());
            char end = at < text.length() ? text.charAt(at) : '\n';
            if (end == '\n') {
                if (fields.size() > 1 || !fields.get(0).isEmpty()) {
                    lines.add(List.copyOf(fields));
                }
                fields.clear();
            }
            at++;
        }
        return lines;
    }

    /** Reads one field from {@code at}, and gives the index of the comma or line feed that ends it, or the text's length. */
    private static int field(String text, int at, StringBuilder field) {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted(text, at, field);
        }
        int end = at;
        while (end < text.length() && text.charAt(end) != ',' && text.charAt(end) != '\n') {
            end++;
        }
        boolean carriageReturn =
                end > at && text.charAt(end - 1) == '\r' && (end == text.length() || text.charAt(end) == '\n');
        field.append(text, at, carriageReturn ? end - 1 : end);
        return end;
    }

    private static int quoted(String text, int open, StringBuilder field) {
        int at = open + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean quote = c == '"';
            if (quote && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                field.append('"');
                at += 2;
            } else if (quote) {
                return afterQuote(text, at + 1);
            } else {
                field.append(c);
                at++;
            }
        }
        throw new MappingException("", "The CSV has a quote at index " + open + " that is never closed.");
    }

    private static int afterQuote(String text, int at) {
        int end = at < text.length() && text.charAt(at) == '\r' ? at + 1 : at;
        if (end < text.length() && text.charAt(end) != ',' && text.charAt(end) != '\n') {
            throw new MappingException("", "The CSV has text after a closing quote (index " + end + ").");
        }
        return end;
    }
}
