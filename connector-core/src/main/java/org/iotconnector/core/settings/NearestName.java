package org.iotconnector.core.settings;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name somebody meant when they mistyped it. Thread-safe. */
public final class NearestName {
    private NearestName() {}

    /**
     * Returns the known name that takes the fewest single-letter changes (insert, drop, replace, swap neighbours) to
     * reach from {@code name}; case, {@code -} and {@code _} do not count. Empty if even the best needs more than a
     * third of the letters changed (but two are always allowed), because a wild guess helps nobody. The first of
     * equals wins.
     */
    public static Optional<String> of(String name, Collection<String> known) {
        String wanted = normalise(name);
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : known) {
            String other = normalise(candidate);
            int allowed = Math.max(2, Math.max(wanted.length(), other.length()) / 3);
            if (Math.abs(wanted.length() - other.length()) > allowed) {
                continue; // Keeps a key of a million letters from costing a table of that size.
            }
            int distance = distance(wanted, other);
            boolean shares = distance < Math.max(wanted.length(), other.length());
            if (distance <= allowed && shares && distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String normalise(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static int distance(String from, String to) {
        int[][] table = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : step(table, from, to, i, j);
            }
        }
        return table[from.length()][to.length()];
    }

    private static int step(int[][] table, String from, String to, int i, int j) {
        int replaced = table[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
    }
}
