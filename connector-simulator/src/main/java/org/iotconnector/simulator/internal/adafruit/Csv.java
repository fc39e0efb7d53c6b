package org.iotconnector.simulator.internal.adafruit;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values as RFC 4180 has them. */
public final class Csv {
    private Csv() {}

    /**
     * Reads records; empty lines are left out.
     *
     * @throws MalformedPayloadException if a quote stays open, or something follows one that closes
     */
    static List<List<String>> read(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            StringBuilder field = new StringBuilder();
            at = field(text, at, field);
            fields.add(field.toString());
            if (at == text.length() || text.charAt(at) != ',') {
                if (fields.size() > 1 || !fields.get(0).isEmpty()) {
                    records.add(List.copyOf(fields));
                }
                fields.clear();
                at = afterLineEnd(text, at);
            } else {
                at++;
            }
        }
        return records;
    }

    /** The value as one field, in quotes if it has to be. */
    public static String field(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /** Reads up to the comma or line end after a field and returns its place. */
    private static int field(String text, int from, StringBuilder field) {
        boolean quoted = from < text.length() && text.charAt(from) == '"';
        int at = quoted ? quoted(text, from + 1, field) : from;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            if (quoted) {
                throw new MalformedPayloadException("Payload has text after a closing quote");
            }
            field.append(text.charAt(at++));
        }
        return at;
    }

    private static int quoted(String text, int from, StringBuilder field) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at++);
            boolean doubled = c == '"' && at < text.length() && text.charAt(at) == '"';
            if (c == '"' && !doubled) {
                return at;
            }
            field.append(c);
            at += doubled ? 1 : 0;
        }
        throw new MalformedPayloadException("Payload has an open quote");
    }

    private static int afterLineEnd(String text, int at) {
        return text.startsWith("\r\n", at) ? at + 2 : at + 1;
    }
}
