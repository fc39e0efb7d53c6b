package org.iotconnector.core.session;

/**
 * The name a message is published to: one or more characters, no wildcard, no U+0000, at most 65 535 bytes of UTF-8.
 * MQTT 3.1.1 section 4.7.
 */
public final class TopicName {
    private final String text;

    private TopicName(String text) {
        this.text = text;
    }

    /**
     * Checks and wraps {@code text}.
     *
     * @throws IllegalArgumentException naming the rule that is broken and where
     */
    public static TopicName of(String text) {
        TopicText.check("Topic name", text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '+' || c == '#') {
                throw new IllegalArgumentException("Topic name [" + text + "] must not hold the wildcard '" + c
                        + "' (index " + i + "); wildcards belong to topic filters.");
            }
        }
        return new TopicName(text);
    }

    /** The name as it stands on the wire. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TopicName topicName && text.equals(topicName.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The name itself. */
    @Override
    public String toString() {
        return text;
    }
}
