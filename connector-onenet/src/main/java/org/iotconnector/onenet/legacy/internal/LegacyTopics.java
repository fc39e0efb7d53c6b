package org.iotconnector.onenet.legacy.internal;

import java.util.Optional;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.onenet.legacy.DataPoints;

/** The topics that the platform itself gives a meaning. */
public final class LegacyTopics {
    /** Takes data points. */
    public static final TopicName DATA = TopicName.of(DataPoints.TOPIC);

    /** Commands come here without a subscription, and a subscription would be refused. */
    static final TopicFilter COMMANDS = TopicFilter.of("$creq/+");

    private static final String COMMAND = "$creq/";
    private static final String ANSWER = "$crsp/";

    private LegacyTopics() {}

    /** The identifier of the command that came on {@code topic}; empty for other topics. */
    static Optional<String> command(TopicName topic) {
        String text = topic.text();
        return text.startsWith(COMMAND) && text.length() > COMMAND.length() && text.indexOf('/', COMMAND.length()) < 0
                ? Optional.of(text.substring(COMMAND.length()))
                : Optional.empty();
    }

    static String answer(String command) {
        return ANSWER + command;
    }
}
