package org.iotconnector.adafruit;

import java.util.Locale;
import java.util.Optional;

/**
 * A feed's name, which people see: 1 to 128 ASCII letters, digits, spaces, {@code -} and {@code _}, with a letter among
 * them; upper and lower case differ. Programs use its {@link FeedKey key}. Adafruit IO API docs, "Feeds", read 2026-11.
 *
 * @param text the name
 */
public record FeedName(String text) {
    static final int MAX_LENGTH = 128;

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException naming the rule that it breaks
     */
    public FeedName {
        problem(text).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    public static FeedName of(String text) {
        return new FeedName(text);
    }

    /** Which rule the name breaks, as a sentence; empty if none. */
    public static Optional<String> problem(String name) {
        if (name.isEmpty()) {
            return Optional.of("A feed's name must not be empty.");
        }
        if (name.length() > MAX_LENGTH) {
            return Optional.of("A feed's name has at most 128 characters; \"" + name.substring(0, 20) + "…\" has "
                    + name.length() + ".");
        }
        boolean letter = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            letter |= isLetter(c);
            if (!isLetter(c) && !isDigit(c) && c != ' ' && c != '-' && c != '_') {
                return Optional.of("Feed name [" + name + "] must not hold '" + c + "' (index " + i
                        + "); names have letters, digits, spaces, '-' and '_'.");
            }
        }
        return letter ? Optional.empty() : Optional.of("Feed name [" + name + "] needs at least one letter.");
    }

    /** The key that the platform gives a new feed of this name. */
    public FeedKey key() {
        return FeedKey.parse(keyOf(text));
    }

    /**
     * The key that the platform makes of a name of whatever kind: lower case, a {@code -} for each run of spaces,
     * {@code _} and {@code -}, none at either end, and nothing for other characters. What it does with runs and ends is
     * not documented.
     *
     * @return empty if nothing is left
     */
    public static String keyOf(String name) {
        StringBuilder key = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean separator = c == ' ' || c == '_' || c == '-';
            if (isLetter(c) || isDigit(c)) {
                key.append(c);
            } else if (separator && !key.isEmpty() && key.charAt(key.length() - 1) != '-') {
                key.append('-');
            }
        }
        boolean trailing = !key.isEmpty() && key.charAt(key.length() - 1) == '-';
        return trailing ? key.substring(0, key.length() - 1) : key.toString();
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The name itself. */
    @Override
    public String toString() {
        return text;
    }
}
