package org.iotconnector.easyiot.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.settings.NearestName;
import org.iotconnector.easyiot.Layout;

/** Which property is said on which topic. A topic has a name, so that people need not read random letters. Immutable. */
public final class TopicPlan {
    private final Layout layout;
    private final Map<String, TopicName> topics;
    private final Map<String, String> nameOfProperty;
    private final Map<TopicName, String> propertyOnTopic = new LinkedHashMap<>();

    /**
     * A plan that keeps the rules of {@link TopicRules}.
     *
     * @param topics name to topic
     * @param properties property to name, where they differ
     */
    public TopicPlan(Layout layout, Map<String, String> topics, Map<String, String> properties) {
        this.layout = layout;
        Map<String, TopicName> byName = new LinkedHashMap<>();
        topics.forEach((name, topic) -> byName.put(name, TopicName.of(topic)));
        this.topics = Collections.unmodifiableMap(byName);
        this.nameOfProperty = Map.copyOf(properties);
        byName.forEach((name, topic) -> propertyOnTopic.put(topic, name));
        properties.forEach((property, name) -> {
            TopicName topic = byName.get(name);
            if (topic != null) {
                propertyOnTopic.put(topic, property);
            }
        });
    }

    public Layout layout() {
        return layout;
    }

    /** Every topic, in the order of the settings. */
    public List<TopicName> topics() {
        return List.copyOf(topics.values());
    }

    public boolean has(TopicName topic) {
        return propertyOnTopic.containsKey(topic);
    }

    /** Where {@code property} is said; {@link MappingException} if it has no topic. */
    public TopicName topicOf(String property) {
        return find(property).orElseThrow(() -> new MappingException(property, noTopic(property)));
    }

    private Optional<TopicName> find(String property) {
        String name = nameOfProperty.get(property);
        if (name != null) {
            return Optional.ofNullable(topics.get(name));
        }
        TopicName own = topics.get(property);
        if (layout == Layout.JSON) {
            return own == null && topics.size() == 1 ? topics.values().stream().findFirst() : Optional.ofNullable(own);
        }
        return Optional.ofNullable(own).filter(topic -> property.equals(propertyOnTopic.get(topic)));
    }

    private String noTopic(String property) {
        String nearest = NearestName.of(property, topics.keySet())
                .map(near -> " Did you mean \"" + near + "\"?")
                .orElse("");
        return "has no topic here; the names in topics are " + topics.keySet() + "." + nearest
                + " Add it to topics, or to properties.";
    }

    /** The one property of a topic in {@link Layout#TEXT}. */
    public Optional<String> propertyOn(TopicName topic) {
        return Optional.ofNullable(propertyOnTopic.get(topic));
    }
}
