package org.iotconnector.mqtt.homie.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iotconnector.core.MappingException;

/**
 * The format of a number, {@code min:max} or in version 5 {@code [min]:[max][:step]}.
 *
 * @param min the least value; empty for none
 * @param max the greatest value; empty for none
 * @param step the distance of allowed values from min, else max, else 0; empty for none
 */
public record NumberFormat(Optional<BigDecimal> min, Optional<BigDecimal> max, Optional<BigDecimal> step) {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /**
     * Reads a format; an empty one allows everything.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static NumberFormat parse(String format) {
        if (format.isEmpty()) {
            return new NumberFormat(Optional.empty(), Optional.empty(), Optional.empty());
        }
        String[] parts = format.split(":", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new IllegalArgumentException("The format \"" + format + "\" is not min:max or min:max:step.");
        }
        NumberFormat parsed = new NumberFormat(
                part(parts[0], format),
                part(parts[1], format),
                parts.length == 3 ? part(parts[2], format) : Optional.empty());
        boolean disorder = parsed.min.isPresent()
                && parsed.max.isPresent()
                && parsed.min.get().compareTo(parsed.max.get()) > 0;
        if (disorder || parsed.step.filter(it -> it.signum() <= 0).isPresent()) {
            throw new IllegalArgumentException("The format \"" + format + "\" allows no value.");
        }
        return parsed;
    }

    private static Optional<BigDecimal> part(String text, String format) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "The format \"" + format + "\" has \"" + text + "\" where a number belongs.");
        }
        return Optional.of(new BigDecimal(text));
    }

    /**
     * The nearest value that is on a step: half steps go up.
     *
     * @throws MappingException if that is outside the limits
     */
    public BigDecimal fit(BigDecimal value) {
        BigDecimal fitted = step.map(it -> round(value, it)).orElse(value);
        boolean outside = min.filter(it -> fitted.compareTo(it) < 0).isPresent()
                || max.filter(it -> fitted.compareTo(it) > 0).isPresent();
        if (outside) {
            throw new MappingException("", value.toPlainString() + " is outside the format " + this + ".");
        }
        return fitted;
    }

    private BigDecimal round(BigDecimal value, BigDecimal distance) {
        BigDecimal base = min.or(() -> max).orElse(BigDecimal.ZERO);
        BigDecimal steps = value.subtract(base)
                .divide(distance, 20, RoundingMode.HALF_EVEN)
                .add(HALF)
                .setScale(0, RoundingMode.FLOOR);
        return steps.multiply(distance).add(base);
    }

    /** As it stands in a description; empty if it allows everything. */
    @Override
    public String toString() {
        if (min.isEmpty() && max.isEmpty() && step.isEmpty()) {
            return "";
        }
        return text(min) + ":" + text(max) + step.map(it -> ":" + text(step)).orElse("");
    }

    private static String text(Optional<BigDecimal> number) {
        return number.map(it -> it.stripTrailingZeros().toPlainString()).orElse("");
    }
}
