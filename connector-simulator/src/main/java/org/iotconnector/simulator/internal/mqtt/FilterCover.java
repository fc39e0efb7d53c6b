package org.iotconnector.simulator.internal.mqtt;

/** Whether one topic filter includes another. */
final class FilterCover {
    private FilterCover() {}

    /** Whether every topic that {@code narrow} matches is matched by {@code wide} too; both must be valid. */
    static boolean covers(String wide, String narrow) {
        String[] w = wide.split("/", -1);
        String[] n = narrow.split("/", -1);
        if (n[0].startsWith("$") && isWildcard(w[0])) {
            return false;
        }
        for (int i = 0; i < w.length; i++) {
            if (w[i].equals("#")) {
                return true;
            }
            if (i >= n.length || n[i].equals("#") || !(w[i].equals("+") || w[i].equals(n[i]))) {
                return false;
            }
        }
        return w.length == n.length;
    }

    private static boolean isWildcard(String level) {
        return level.equals("+") || level.equals("#");
    }
}
