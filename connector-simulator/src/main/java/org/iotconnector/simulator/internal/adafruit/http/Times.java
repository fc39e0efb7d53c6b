package org.iotconnector.simulator.internal.adafruit.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Times as text. */
final class Times {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter PAGE_HEADER = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter PAGE_LINK = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    /** In records, for example {@code 2026-03-01T12:00:00Z}; parts of a second are cut off. */
    static String record(Instant time) {
        return SECONDS.format(time);
    }

    /** In paging headers, for example {@code 2026-03-01T12:00:00.125+0000}. */
    static String pageHeader(Instant time) {
        return PAGE_HEADER.format(time);
    }

    /** In links to pages, for example {@code 2026-03-01 12:00:00 UTC}. */
    static String pageLink(Instant time) {
        return PAGE_LINK.format(time);
    }

    /** Without parts of a second, as records tell it. */
    static Instant wholeSeconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Reads ISO 8601 with an offset, the form of links to pages, a date (UTC), or seconds since 1970. */
    static Optional<Instant> parse(String text) {
        try {
            if (text.matches("-?[0-9]{1,11}(?:\\.[0-9]{1,9})?")) {
                return Optional.of(epoch(Double.parseDouble(text)));
            }
            if (text.endsWith(" UTC")) {
                return Optional.of(PAGE_LINK.parse(text, Instant::from));
            }
            return Optional.of(
                    text.length() == "uuuu-MM-dd".length()
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static Instant epoch(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }
}
