package org.iotconnector.adafruit.internal.rest;

import java.util.ArrayList;
import java.util.List;

/**
 * One line {@code value,lat,lon,ele}. The value may be in double quotes, with those inside doubled; without them it may
 * hold commas, since the columns behind it cannot.
 */
public final class CsvRow {
    private static final int PLACES = 3;

    private final String value;
    private final List<String> place;

    private CsvRow(String value, List<String> place) {
        this.value = value;
        this.place = place;
    }

    public static CsvRow read(String line) {
        int end = line.endsWith("\r\n") ? line.length() - 2 : line.endsWith("\n") ? line.length() - 1 : line.length();
        String rest = line.substring(0, end);
        List<String> place = new ArrayList<>();
        int closing = rest.startsWith("\"") ? closingQuote(rest) : -1;
        for (int comma = rest.lastIndexOf(',');
                comma > closing && place.size() < PLACES;
                comma = rest.lastIndexOf(',')) {
            place.add(0, rest.substring(comma + 1));
            rest = rest.substring(0, comma);
        }
        boolean quoted = closing == rest.length() - 1 && closing > 0;
        return new CsvRow(quoted ? rest.substring(1, closing).replace("\"\"", "\"") : rest, List.copyOf(place));
    }

    private static int closingQuote(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                if (i + 1 == text.length() || text.charAt(i + 1) != '"') {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    public String value() {
        return value;
    }

    /** Latitude, longitude, elevation; fewer if the line has fewer columns. */
    public List<String> place() {
        return place;
    }
}
