package org.iotconnector.core.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}, {@code PT30S}. */
final class DurationText {
    static final String ALLOWED = "a duration such as 500ms, 30s, 5m, 2h, 1d or PT30S";

    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,19})\\s*(ms|s|m|h|d|)");

    private DurationText() {}

    static Duration parse(String text) {
        String trimmed = text.trim().toLowerCase(Locale.ROOT);
        Matcher matcher = NUMBER_AND_UNIT.matcher(trimmed);
        try {
            if (matcher.matches()) {
                return ofUnit(Long.parseLong(matcher.group(1)), matcher.group(2));
            }
            Duration duration = Duration.parse(trimmed);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
            // Not a duration, or longer than a Duration can be: one answer for all.
        }
        throw new BadValueException("must be " + ALLOWED);
    }

    private static Duration ofUnit(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofSeconds(amount);
        };
    }

    /** The shortest form that {@link #parse} reads back to the same duration. */
    static String format(Duration duration) {
        if (duration.isNegative()) {
            return duration.toString();
        }
        long seconds = duration.toSeconds();
        if (!duration.equals(Duration.ofSeconds(seconds))) {
            return isWholeMillis(duration) ? duration.toMillis() + "ms" : duration.toString();
        }
        if (seconds == 0 || seconds % 60 != 0) {
            return seconds + "s";
        }
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        return seconds % 3_600 == 0 ? seconds / 3_600 + "h" : seconds / 60 + "m";
    }

    private static boolean isWholeMillis(Duration duration) {
        return duration.toSeconds() < Long.MAX_VALUE / 1_000 - 1 && duration.toNanosPart() % 1_000_000 == 0;
    }
}
