package org.iotconnector.adafruit.internal.rest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as the platform has written them over the years: ISO 8601 with an offset in either form, or seconds since 1970,
 * whole or not.
 */
public final class PlatformTimes {
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);
    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(Instant.MAX.getEpochSecond());

    private PlatformTimes() {}

    /** Reads either form; empty for anything else. */
    public static Optional<Instant> find(String text) {
        String stripped = text.strip();
        try {
            return Optional.of(ISO.parse(stripped.replace(' ', 'T'), Instant::from));
        } catch (DateTimeException noIsoTime) {
            return epoch(stripped);
        }
    }

    private static Optional<Instant> epoch(String text) {
        if (text.isEmpty() || text.length() > 40) {
            return Optional.empty();
        }
        try {
            BigDecimal seconds = new BigDecimal(text);
            if (seconds.abs().compareTo(LAST_SECOND) > 0) {
                return Optional.empty();
            }
            long whole = seconds.setScale(0, RoundingMode.FLOOR).longValue();
            long nanos = seconds.subtract(BigDecimal.valueOf(whole))
                    .movePointRight(9)
                    .longValue();
            return Optional.of(Instant.ofEpochSecond(whole, nanos));
        } catch (NumberFormatException | DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** As the platform takes times: ISO 8601 in UTC, to the millisecond. */
    public static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
