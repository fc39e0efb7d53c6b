package org.iotconnector.simulator.internal.adafruit.http;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formats times by Ruby's {@code strftime}, as far as it does not depend on a language. An unknown directive stays as it is. */
final class Strftime {
    /** Flags, then a letter; {@code -} takes padding away, {@code ^} makes capitals, {@code :} is for {@code %z}. */
    private static final Pattern DIRECTIVE = Pattern.compile("%([-^0:_]*)([A-Za-z%])");

    private static final int HALF_DAY = 12;
    private static final Map<Character, Function<ZonedDateTime, String>> DIRECTIVES = Map.ofEntries(
            Map.entry('Y', number("%04d", ZonedDateTime::getYear)),
            Map.entry('C', number("%02d", time -> time.getYear() / 100)),
            Map.entry('y', number("%02d", time -> time.getYear() % 100)),
            Map.entry('m', number("%02d", ZonedDateTime::getMonthValue)),
            Map.entry('B', pattern("MMMM")),
            Map.entry('b', pattern("MMM")),
            Map.entry('h', pattern("MMM")),
            Map.entry('d', number("%02d", ZonedDateTime::getDayOfMonth)),
            Map.entry('e', number("%2d", ZonedDateTime::getDayOfMonth)),
            Map.entry('j', number("%03d", ZonedDateTime::getDayOfYear)),
            Map.entry('H', number("%02d", ZonedDateTime::getHour)),
            Map.entry('k', number("%2d", ZonedDateTime::getHour)),
            Map.entry('I', number("%02d", Strftime::hourOfHalfDay)),
            Map.entry('l', number("%2d", Strftime::hourOfHalfDay)),
            Map.entry('p', time -> time.getHour() < HALF_DAY ? "AM" : "PM"),
            Map.entry('P', time -> time.getHour() < HALF_DAY ? "am" : "pm"),
            Map.entry('M', number("%02d", ZonedDateTime::getMinute)),
            Map.entry('S', number("%02d", ZonedDateTime::getSecond)),
            Map.entry('L', number("%03d", time -> time.get(ChronoField.MILLI_OF_SECOND))),
            Map.entry('N', number("%09d", ZonedDateTime::getNano)),
            Map.entry('z', pattern("xx")),
            Map.entry('Z', pattern("zzz")),
            Map.entry('A', pattern("EEEE")),
            Map.entry('a', pattern("EEE")),
            Map.entry('u', number("%d", time -> time.getDayOfWeek().getValue())),
            Map.entry('w', number("%d", time -> time.getDayOfWeek().getValue() % 7)),
            Map.entry('G', number("%04d", time -> time.get(IsoFields.WEEK_BASED_YEAR))),
            Map.entry('V', number("%02d", time -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))),
            Map.entry('s', time -> String.valueOf(time.toEpochSecond())),
            Map.entry('F', pattern("uuuu-MM-dd")),
            Map.entry('T', pattern("HH:mm:ss")),
            Map.entry('X', pattern("HH:mm:ss")),
            Map.entry('D', pattern("MM/dd/uu")),
            Map.entry('x', pattern("MM/dd/uu")),
            Map.entry('R', pattern("HH:mm")),
            Map.entry('r', pattern("hh:mm:ss a")),
            Map.entry('n', time -> "\n"),
            Map.entry('t', time -> "\t"),
            Map.entry('%', time -> "%"));

    private final String format;

    Strftime(String format) {
        this.format = format;
    }

    String text(ZonedDateTime time) {
        return DIRECTIVE
                .matcher(format)
                .replaceAll(directive -> Matcher.quoteReplacement(replacement(
                        directive.group(),
                        directive.group(1),
                        directive.group(2).charAt(0),
                        time)));
    }

    private static String replacement(String directive, String flags, char letter, ZonedDateTime time) {
        if (letter == 'z' && flags.contains(":")) {
            return pattern("xxx").apply(time);
        }
        Function<ZonedDateTime, String> known = DIRECTIVES.get(letter);
        if (known == null) {
            return directive;
        }
        String text = known.apply(time);
        if (flags.contains("-")) {
            text = text.replaceFirst("^[0 ]+(?=[0-9])", "");
        }
        return flags.contains("^") ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static int hourOfHalfDay(ZonedDateTime time) {
        return time.getHour() % HALF_DAY == 0 ? HALF_DAY : time.getHour() % HALF_DAY;
    }

    private static Function<ZonedDateTime, String> number(String format, Function<ZonedDateTime, Integer> part) {
        return time -> String.format(Locale.ROOT, format, part.apply(time));
    }

    private static Function<ZonedDateTime, String> pattern(String pattern) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        return formatter::format;
    }
}
