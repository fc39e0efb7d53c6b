package org.iotconnector.simulator.internal.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeSet;

/** Finds the word somebody probably meant. */
public final class Nearest {
    private Nearest() {}

    /** The word with the fewest edits to {@code text}, ignoring case; the first in order among equals. */
    public static String of(String text, Collection<String> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        return new TreeSet<>(words)
                .stream()
                        .min(Comparator.comparingInt(word -> distance(lower, word.toLowerCase(Locale.ROOT))))
                        .orElse("");
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
