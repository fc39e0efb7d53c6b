package org.iotconnector.adafruit;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour as a dashboard's colour picker writes it: {@code #RRGGBB}.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Colour(int red, int green, int blue) {
    private static final Pattern FORM = Pattern.compile("#[0-9A-Fa-f]{6}");

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is outside of 0 to 255
     */
    public Colour {
        if ((red | green | blue) < 0 || red > 255 || green > 255 || blue > 255) {
            throw new IllegalArgumentException(
                    "Red, green and blue must be 0 to 255; they are " + red + ", " + green + ", " + blue + ".");
        }
    }

    /** Reads {@code #RRGGBB}; empty for every other text. */
    public static Optional<Colour> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(ofPacked(Integer.parseInt(text.substring(1), 16)))
                : Optional.empty();
    }

    /** From {@code 0xRRGGBB}; higher bits do not count. */
    public static Colour ofPacked(int rgb) {
        return new Colour(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** {@code 0xRRGGBB}. */
    public int packed() {
        return red << 16 | green << 8 | blue;
    }

    /** {@code #rrggbb}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%06x", packed());
    }
}
