package org.iotconnector.onenet.internal.api;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Times as text, which the platform writes in Beijing time without saying so. */
public final class PlatformTimes {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter PARAMETER =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(BEIJING);

    private PlatformTimes() {}

    /** Reads {@code 2024-01-01 00:00:00.000}, with T instead of the space, or with an offset; empty for anything else. */
    public static Optional<Instant> find(String text) {
        String iso = text.strip().replace(' ', 'T');
        try {
            boolean zoned = iso.endsWith("Z") || iso.matches(".*T.*[+-]\\d\\d:\\d\\d");
            return Optional.of(
                    zoned
                            ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(iso, Instant::from)
                            : LocalDateTime.parse(iso).toInstant(BEIJING));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    /** As a parameter: {@code 2024-01-01T00:00:00}, cut to whole seconds. */
    public static String parameter(Instant time) {
        return PARAMETER.format(time.truncatedTo(ChronoUnit.SECONDS));
    }
}
