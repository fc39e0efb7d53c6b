package org.iotconnector.simulator.internal.broker;

import java.nio.charset.StandardCharsets;

/** Topic names and filters: form and matching. MQTT 3.1.1 section 4.7. */
public final class TopicFilters {
    private static final int MAX_BYTES = 65_535;

    private TopicFilters() {}

    /** Whether this is a topic name one may publish to. */
    public static boolean isValidName(String name) {
        return isValidText(name) && name.indexOf('+') < 0 && name.indexOf('#') < 0;
    }

    /** Whether this is a topic filter one may subscribe with. */
    public static boolean isValidFilter(String filter) {
        if (!isValidText(filter)) {
            return false;
        }
        String[] levels = levels(filter);
        for (int i = 0; i < levels.length; i++) {
            String level = levels[i];
            boolean wildcard = level.indexOf('+') >= 0 || level.indexOf('#') >= 0;
            if ((wildcard && level.length() > 1) || (level.equals("#") && i < levels.length - 1)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a message to {@code name} reaches a subscription with {@code filter}; both must be valid. */
    public static boolean matches(String filter, String name) {
        String[] f = levels(filter);
        String[] n = levels(name);
        if (isSystem(n[0]) && isWildcard(f[0])) {
            return false;
        }
        for (int i = 0; i < f.length; i++) {
            if (f[i].equals("#")) {
                return true;
            }
            if (i >= n.length || !(f[i].equals("+") || f[i].equals(n[i]))) {
                return false;
            }
        }
        return f.length == n.length;
    }

    static String[] levels(String topic) {
        return topic.split("/", -1);
    }

    /** A leading wildcard does not reach names that begin with a dollar sign. MQTT 3.1.1 section 4.7.2. */
    static boolean isSystem(String firstLevel) {
        return firstLevel.startsWith("$");
    }

    private static boolean isWildcard(String level) {
        return level.equals("+") || level.equals("#");
    }

    private static boolean isValidText(String topic) {
        // The protocol's length field counts UTF-8 bytes; three per char is the most a char can take.
        return !topic.isEmpty()
                && topic.indexOf('\0') < 0
                && (topic.length() <= MAX_BYTES / 3 || topic.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES);
    }
}
