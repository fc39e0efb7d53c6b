package org.iotconnector.easyiot.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.settings.NearestName;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.thing.Values;
import org.iotconnector.easyiot.Layout;

/** What names, topics and properties owe each other, so that a plan can be made of them. */
public final class TopicRules {
    private TopicRules() {}

    /**
     * What is wrong with the names and topics of the setting {@code topics}, each by itself.
     *
     * @param rule what the platform asks of a topic beyond MQTT; empty if it is kept
     */
    public static Optional<String> problem(Map<String, String> topics, Function<String, Optional<String>> rule) {
        if (topics.isEmpty()) {
            return Optional.of("must hold at least one name and its topic");
        }
        for (Map.Entry<String, String> entry : topics.entrySet()) {
            Optional<String> wrong = nameProblem(entry.getKey()).or(() -> topicProblem(entry.getValue(), rule));
            if (wrong.isPresent()) {
                return Optional.of("cannot be used at \"" + entry.getKey() + "\": " + wrong.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> nameProblem(String name) {
        try {
            Values unused = Values.of(name, true);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.ofNullable(wrong.getMessage());
        }
    }

    private static Optional<String> topicProblem(String topic, Function<String, Optional<String>> rule) {
        try {
            return rule.apply(TopicName.of(topic).text());
        } catch (IllegalArgumentException wrong) {
            return Optional.ofNullable(wrong.getMessage());
        }
    }

    /** Reports what topics and properties break together. */
    public static void check(Map<String, String> topics, Settings settings, ProblemCollector problems) {
        Map<String, String> properties = settings.get(DataSettings.PROPERTIES);
        Map<String, String> firstName = new HashMap<>();
        topics.forEach((name, topic) -> {
            String other = firstName.putIfAbsent(topic, name);
            if (other != null) {
                problems.add("topics", "gives \"" + other + "\" and \"" + name + "\" one topic; drop one of them.");
            }
        });
        Map<String, String> firstProperty = new HashMap<>();
        properties.forEach((property, name) -> {
            nameProblem(property).ifPresent(wrong -> problems.add(DataSettings.PROPERTIES, wrong));
            String other = firstProperty.putIfAbsent(name, property);
            if (!topics.containsKey(name)) {
                problems.add(DataSettings.PROPERTIES, unknownName(property, name, topics));
            } else if (other != null && settings.get(DataSettings.LAYOUT) == Layout.TEXT) {
                problems.add(
                        DataSettings.PROPERTIES,
                        "says both \"" + other + "\" and \"" + property + "\" under \"" + name
                                + "\", but in layout text a topic holds one property; use layout: json.");
            }
        });
    }

    private static String unknownName(String property, String name, Map<String, String> topics) {
        return "says \"" + property + "\" under \"" + name + "\", which is no name in topics; there are "
                + topics.keySet() + "."
                + NearestName.of(name, topics.keySet())
                        .map(near -> " Did you mean \"" + near + "\"?")
                        .orElse("");
    }
}
