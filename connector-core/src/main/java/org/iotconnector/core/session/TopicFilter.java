package org.iotconnector.core.session;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription asks for: a topic name that may hold {@code +} for one level and a final {@code #} for all that
 * follow; MQTT 3.1.1 section 4.7. It may begin with {@code $share/}, a group's name and {@code /}: then the server gives
 * each message to one client of the group.
 */
public final class TopicFilter {
    private static final String SHARED = "$share/";

    private final String text;
    private final @Nullable String group;

    private TopicFilter(String text, @Nullable String group) {
        this.text = text;
        this.group = group;
    }

    /**
     * Checks and wraps {@code text}.
     *
     * @throws IllegalArgumentException naming the rule that is broken and where
     */
    public static TopicFilter of(String text) {
        TopicText.check("Topic filter", text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '+' && c != '#') {
                continue;
            }
            boolean startsLevel = i == 0 || text.charAt(i - 1) == '/';
            boolean endsLevel = i == text.length() - 1 || text.charAt(i + 1) == '/';
            if (!startsLevel || !endsLevel) {
                throw new IllegalArgumentException("Topic filter [" + text + "] must give '" + c
                        + "' a whole level of its own (index " + i + ").");
            }
            if (c == '#' && i != text.length() - 1) {
                throw new IllegalArgumentException("Topic filter [" + text + "] must end at its '#' (index " + i
                        + "); use '+' for one level or drop \"" + text.substring(i + 1) + "\".");
            }
        }
        return text.startsWith(SHARED) ? shared(text) : new TopicFilter(text, null);
    }

    /** MQTT 5 section 4.8.2. */
    private static TopicFilter shared(String text) {
        int end = text.indexOf('/', SHARED.length());
        String group = end < 0 ? text.substring(SHARED.length()) : text.substring(SHARED.length(), end);
        if (group.isEmpty() || group.equals("+") || group.equals("#") || end < 0 || end == text.length() - 1) {
            throw new IllegalArgumentException("Topic filter [" + text
                    + "] is no shared subscription: that is $share/, a group's name, / and a filter.");
        }
        return new TopicFilter(text, group);
    }

    /** The filter that matches {@code name} and nothing else. */
    public static TopicFilter of(TopicName name) {
        return new TopicFilter(name.text(), null);
    }

    /** The filter as it stands on the wire. */
    public String text() {
        return text;
    }

    /**
     * The group that shares the messages, each of which reaches one of its members, for a filter that starts with
     * {@code $share/}; empty for others. MQTT 5 section 4.8.2, which many servers grant on MQTT 3.1.1, too.
     */
    public Optional<String> shareGroup() {
        return Optional.ofNullable(group);
    }

    /** The levels that names are matched with, wildcards included, without a share group; never empty. */
    public List<String> levels() {
        // Cut when asked for: thousands of sessions hold filters, and few look at them twice.
        String matched = group == null ? text : text.substring(SHARED.length() + group.length() + 1);
        return List.of(matched.split("/", -1));
    }

    /**
     * Whether a message published to {@code name} belongs to this filter. A filter that starts with a wildcard does not
     * match names that start with {@code $}: MQTT 3.1.1 section 4.7.2.
     */
    public boolean matches(TopicName name) {
        String[] parts = name.text().split("/", -1);
        List<String> levels = levels();
        String first = levels.get(0);
        if (name.text().startsWith("$") && (first.equals("+") || first.equals("#"))) {
            return false;
        }
        for (int i = 0; i < levels.size(); i++) {
            String level = levels.get(i);
            if (level.equals("#")) {
                return true;
            }
            if (i >= parts.length || !(level.equals("+") || level.equals(parts[i]))) {
                return false;
            }
        }
        return parts.length == levels.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TopicFilter topicFilter && text.equals(topicFilter.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The filter itself. */
    @Override
    public String toString() {
        return text;
    }
}
