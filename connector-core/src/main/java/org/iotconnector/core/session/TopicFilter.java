package org.iotconnector.core.session;

import java.util.List;

/**
 * What a subscription asks for: a topic name that may hold {@code +} for one level and a final {@code #} for all that
 * follow. MQTT 3.1.1 section 4.7.
 */
public final class TopicFilter {
    private final String text;
    private final List<String> levels;

    private TopicFilter(String text) {
        this.text = text;
        this.levels = List.of(text.split("/", -1));
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
        return new TopicFilter(text);
    }

    /** The filter that matches {@code name} and nothing else. */
    public static TopicFilter of(TopicName name) {
        return new TopicFilter(name.text());
    }

    /** The filter as it stands on the wire. */
    public String text() {
        return text;
    }

    /** The filter's levels, wildcards included; never empty. */
    public List<String> levels() {
        return levels;
    }

    /**
     * Whether a message published to {@code name} belongs to this filter. A filter that starts with a wildcard does not
     * match names that start with {@code $}: MQTT 3.1.1 section 4.7.2.
     */
    public boolean matches(TopicName name) {
        String[] parts = name.text().split("/", -1);
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
