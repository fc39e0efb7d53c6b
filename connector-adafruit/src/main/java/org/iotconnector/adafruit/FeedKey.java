package org.iotconnector.adafruit;

import java.util.Optional;

/**
 * What topics and the REST API call a feed: its key, 1 to 128 letters, digits and {@code -}, after the key of its group
 * and a dot unless the group is the account's default one. The platform's own keys are lower case. Adafruit IO API docs,
 * "Feeds" and "Groups", read 2026-11.
 *
 * @param group the group's key; empty for the default group
 * @param key the feed's key within the group
 */
public record FeedKey(Optional<String> group, String key) {
    /** The group that a feed belongs to when no other is named. */
    public static final String DEFAULT_GROUP = "default";

    private static final String RULE = "keys have letters, digits and '-'";

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException naming the rule that one breaks
     */
    public FeedKey {
        group.flatMap(FeedKey::partProblem).ifPresent(FeedKey::refuse);
        partProblem(key).ifPresent(FeedKey::refuse);
    }

    /**
     * Reads {@code temp} or {@code house.temp}; {@code house/temp} is understood too.
     *
     * @throws IllegalArgumentException naming the rule that it breaks, and the key that was perhaps meant
     */
    public static FeedKey parse(String text) {
        problem(text).ifPresent(FeedKey::refuse);
        int separator = separator(text);
        return separator < 0
                ? new FeedKey(Optional.empty(), text)
                : new FeedKey(Optional.of(text.substring(0, separator)), text.substring(separator + 1));
    }

    /** A feed of a group; one of the default group has no group in its key. */
    public static FeedKey of(String group, String key) {
        return new FeedKey(group.equals(DEFAULT_GROUP) ? Optional.empty() : Optional.of(group), key);
    }

    /** Which rule the text breaks, as a sentence; empty if {@link #parse} takes it. */
    public static Optional<String> problem(String text) {
        int separator = separator(text);
        if (separator < 0) {
            return partProblem(text);
        }
        Optional<String> group = partProblem(text.substring(0, separator));
        return group.isPresent() ? group : partProblem(text.substring(separator + 1));
    }

    /** Which rule a key without group breaks; empty if none. */
    static Optional<String> partProblem(String part) {
        if (part.isEmpty()) {
            return Optional.of("A key must not be empty, nor may either side of its dot: " + RULE + ".");
        }
        if (part.length() > FeedName.MAX_LENGTH) {
            return Optional.of(
                    "A key has at most 128 characters; \"" + part.substring(0, 20) + "…\" has " + part.length() + ".");
        }
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (!FeedName.isLetter(c) && !FeedName.isDigit(c) && c != '-') {
                return Optional.of(
                        "Key [" + part + "] must not hold '" + c + "' (index " + i + "): " + RULE + hint(part));
            }
        }
        return Optional.empty();
    }

    /** Names are taken for keys all the time. */
    private static String hint(String name) {
        String key = FeedName.keyOf(name);
        return key.isEmpty() ? "." : "; for a feed of that name it is probably " + key + ".";
    }

    private static int separator(String text) {
        int dot = text.indexOf('.');
        return dot >= 0 ? dot : text.indexOf('/');
    }

    private static void refuse(String problem) {
        throw new IllegalArgumentException(problem);
    }

    /** As it stands in topics: {@code temp} or {@code house.temp}. */
    @Override
    public String toString() {
        return group.map(name -> name + "." + key).orElse(key);
    }
}
