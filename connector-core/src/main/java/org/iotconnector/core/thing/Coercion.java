package org.iotconnector.core.thing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.internal.thing.NumberText;
import org.jspecify.annotations.Nullable;

/** The conversions that lose nothing. Some platforms send every value as text, others booleans as 0 and 1. */
final class Coercion {
    /** Short exponents only: {@code 1e999999999} would be a number of a thousand million digits. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?");

    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,19}");
    private static final int SHOWN = 40;

    private Coercion() {}

    static boolean toBool(String location, Value value) {
        if (value instanceof Value.Bool it) {
            return it.value();
        }
        String text = value instanceof Value.Int || value instanceof Value.Text ? value.asText() : "";
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "true", "on" -> true;
            case "0", "false", "off" -> false;
            default -> throw unfit(location, value, "a boolean (true, false, 0, 1, or the texts true, false, on, off)");
        };
    }

    static int toInt(String location, Value value) {
        Long number = exactLong(value);
        if (number == null || number != number.intValue()) {
            throw unfit(location, value, "a whole number from -2147483648 to 2147483647");
        }
        return number.intValue();
    }

    static long toLong(String location, Value value) {
        Long number = exactLong(value);
        if (number == null) {
            throw unfit(location, value, "a whole number of at most 64 bits");
        }
        return number;
    }

    private static @Nullable Long exactLong(Value value) {
        if (value instanceof Value.Int it) {
            return it.value();
        } else if (value instanceof Value.Bool it) {
            return it.value() ? 1L : 0L;
        } else if (value instanceof Value.Float32 it) {
            return exactLong(it.value());
        } else if (value instanceof Value.Float64 it) {
            return exactLong(it.value());
        } else if (value instanceof Value.Text it && DECIMAL.matcher(it.value()).matches()) {
            try {
                return new BigDecimal(it.value()).longValueExact();
            } catch (ArithmeticException fractionOrTooLarge) {
                return null;
            }
        }
        return null;
    }

    /** The whole number that {@code number} is, or null if it has a fraction or is beyond 64 bits. */
    static @Nullable Long exactLong(double number) {
        boolean whole = number == Math.rint(number) && number >= -0x1p63 && number < 0x1p63;
        return whole ? (long) number : null;
    }

    static double toDouble(String location, Value value) {
        if (value instanceof Value.Float64 it) {
            return it.value();
        } else if (value instanceof Value.Float32 it) {
            return NumberText.widen(it.value());
        } else if (value instanceof Value.Int it && holdsExactly(it.value())) {
            return it.value();
        } else if (value instanceof Value.Text it && DECIMAL.matcher(it.value()).matches()) {
            double number = Double.parseDouble(it.value());
            if (Double.isFinite(number)) {
                return number;
            }
        }
        throw unfit(location, value, "a number that a double can hold");
    }

    static boolean holdsExactly(long number) {
        Long back = exactLong((double) number);
        return back != null && back == number;
    }

    static String toText(String location, Value value) {
        if (value instanceof Value.Text it) {
            return it.value();
        } else if (value instanceof Value.Bool it) {
            return Boolean.toString(it.value());
        } else if (value instanceof Value.Int it) {
            return Long.toString(it.value());
        } else if (value instanceof Value.Float32 it) {
            return NumberText.of(it.value());
        } else if (value instanceof Value.Float64 it) {
            return NumberText.of(it.value());
        } else if (value instanceof Value.Date it) {
            return Long.toString(it.value().toEpochMilli());
        }
        throw unfit(location, value, "a text");
    }

    static Instant toInstant(String location, Value value) {
        if (value instanceof Value.Date it) {
            return it.value();
        }
        boolean counts = value instanceof Value.Int
                || (value instanceof Value.Text it && DIGITS.matcher(it.value()).matches());
        Long millis = counts ? exactLong(value) : null;
        if (millis == null) {
            throw unfit(location, value, "a time (whole milliseconds since 1970-01-01T00:00Z)");
        }
        return Instant.ofEpochMilli(millis);
    }

    static Values toStruct(String location, Value value) {
        if (value instanceof Value.Struct it) {
            return it.value();
        }
        throw unfit(location, value, "a struct (JSON object)");
    }

    static List<Value> toList(String location, Value value) {
        if (value instanceof Value.Array it) {
            return it.value();
        }
        throw unfit(location, value, "an array");
    }

    private static MappingException unfit(String location, Value value, String wanted) {
        return new MappingException(location, "There is " + describe(value) + ", but wanted was " + wanted + ".");
    }

    /** The value's case and, cut where it is long, its content. */
    static String describe(Value value) {
        return value.match(
                it -> "the boolean " + it.value(),
                it -> "the integer " + it.value(),
                it -> "the float " + NumberText.of(it.value()),
                it -> "the number " + NumberText.of(it.value()),
                it -> "the text \"" + cut(it.value()) + "\"",
                it -> "the date " + it.value(),
                it -> it.value().isEmpty()
                        ? "an empty struct"
                        : "a struct of " + Names.list(it.value().names()),
                it -> "an array of " + it.value().size());
    }

    static String cut(String text) {
        if (text.length() <= SHOWN) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        return text.substring(0, end) + "…";
    }
}
