package org.iotconnector.core.thing;

import java.util.Collection;
import java.util.stream.Collectors;
import org.iotconnector.core.settings.NearestName;
import org.jspecify.annotations.Nullable;

/** The rules of names, and what messages say about names. */
final class Names {
    static final int MAX_LENGTH = 128;
    private static final int LISTED = 20;

    private Names() {}

    /** Returns {@code name} if it keeps the rules. */
    static String check(String name) {
        String problem = problem(name);
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
        return name;
    }

    static @Nullable String problem(String name) {
        int length = name.length();
        if (length == 0) {
            return "A name must not be empty.";
        }
        if (length > MAX_LENGTH) {
            return "The name \"" + name.substring(0, 32) + "…\" has " + length + " characters; at most " + MAX_LENGTH
                    + " are allowed.";
        }
        return isPlainAscii(name) ? null : characterProblem(name);
    }

    /** True of nearly every name, and quickly found. */
    private static boolean isPlainAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String characterProblem(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                return String.format(
                        "A name must not hold control characters, but has U+%04X at index %d.",
                        (int) name.charAt(i), i);
            }
        }
        int broken = unpairedSurrogate(name);
        return broken < 0 ? null : "The name has half a character (an unpaired surrogate) at index " + broken + ".";
    }

    /** The index of the first surrogate that stands alone, or -1. */
    static int unpairedSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean paired = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    /** The names for a message; of very many only the first. */
    static String list(Collection<String> names) {
        String first = names.stream().limit(LISTED).collect(Collectors.joining(", "));
        return names.size() <= LISTED ? first : first + " and " + (names.size() - LISTED) + " more";
    }

    /** What may stand in place of {@code unknown}: the nearest known name; all, if none is near. */
    static String suggestion(String unknown, Collection<String> known) {
        return NearestName.of(unknown, known)
                .map(nearest -> nearest + " (the nearest of " + known.size() + ")")
                .orElseGet(() -> list(known));
    }
}
