package org.iotconnector.simulator.internal.onenet.http;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Times as text, which OneNET writes in Beijing time without saying so. */
final class PlatformTime {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter WITH_MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(BEIJING);

    private PlatformTime() {}

    /** For example {@code 2024-01-01 00:00:00.000}. */
    static String text(Instant instant) {
        return WITH_MILLIS.format(instant);
    }

    /** Reads a parameter such as {@code 2024-01-01T00:00:00}. */
    static Instant parse(String name, String text) {
        try {
            return LocalDateTime.parse(text).toInstant(BEIJING);
        } catch (DateTimeParseException malformed) {
            throw Parameters.invalid(name + " is [" + text + "], expected a form like 2024-01-01T00:00:00");
        }
    }
}
