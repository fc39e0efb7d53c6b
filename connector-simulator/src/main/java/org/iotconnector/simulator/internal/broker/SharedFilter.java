package org.iotconnector.simulator.internal.broker;

import java.util.Optional;

/**
 * A filter whose messages are shared out among a group, {@code $share/{group}/{filter}}. MQTT 5 section 4.8.2.
 *
 * @param group who shares
 * @param filter topic filter without the prefix
 */
record SharedFilter(String group, String filter) {
    private static final String PREFIX = "$share/";

    /** Whether it asks for sharing, in good form or not. */
    static boolean isShared(String text) {
        return text.startsWith(PREFIX);
    }

    /** Reads it; empty if group or filter is missing, the group has a wildcard, or the filter is malformed. */
    static Optional<SharedFilter> parse(String text) {
        String rest = isShared(text) ? text.substring(PREFIX.length()) : "";
        int slash = rest.indexOf('/');
        if (slash < 1 || !TopicFilters.isValidName(rest.substring(0, slash))) {
            return Optional.empty();
        }
        String filter = rest.substring(slash + 1);
        return TopicFilters.isValidFilter(filter)
                ? Optional.of(new SharedFilter(rest.substring(0, slash), filter))
                : Optional.empty();
    }
}
