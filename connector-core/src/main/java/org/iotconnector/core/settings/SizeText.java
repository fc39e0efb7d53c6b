package org.iotconnector.core.settings;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them: {@code 16384}, {@code 64KB}, {@code 1MB}; 1 KB is 1024 bytes, as broker limits count. */
final class SizeText {
    static final String ALLOWED = "a size such as 16384, 64KB or 1MB (1 KB = 1024 bytes)";

    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,19})\\s*([kmgt]?)i?b?");
    private static final List<String> UNITS = List.of("", "k", "m", "g", "t");

    private SizeText() {}

    static Long parse(String text) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            try {
                return Math.multiplyExact(Long.parseLong(matcher.group(1)), bytesOf(matcher.group(2)));
            } catch (ArithmeticException | NumberFormatException e) {
                // More bytes than a long can count: same answer as for any other wrong text.
            }
        }
        throw new BadValueException("must be " + ALLOWED);
    }

    /** The largest unit that divides {@code bytes}; {@link #parse} reads it back to the same number. */
    static String format(Long bytes) {
        for (int unit = UNITS.size() - 1; unit > 0; unit--) {
            long factor = 1L << (10 * unit);
            if (bytes >= factor && bytes % factor == 0) {
                return bytes / factor + UNITS.get(unit).toUpperCase(Locale.ROOT) + "B";
            }
        }
        return bytes.toString();
    }

    private static long bytesOf(String unit) {
        return 1L << (10 * UNITS.indexOf(unit));
    }
}
