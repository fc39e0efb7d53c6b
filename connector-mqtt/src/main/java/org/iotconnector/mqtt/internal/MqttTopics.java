package org.iotconnector.mqtt.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;

/**
 * The topics of one kind of thing, such as reports of properties: one for each name, from a template and a map of
 * exceptions. Immutable.
 */
public final class MqttTopics {
    private final String variable;
    private final Optional<TopicTemplate> template;
    private final Map<String, TopicName> own;

    /**
     * Topics of things that {@code variable} stands for.
     *
     * @param template bound to everything but {@code variable}; empty for no topic
     * @param own the topics of single names
     */
    MqttTopics(String variable, Optional<TopicTemplate> template, Map<String, TopicName> own) {
        this.variable = variable;
        this.template = template;
        this.own = own.isEmpty() ? Map.of() : new LinkedHashMap<>(own);
    }

    /** The topic of {@code name}; empty where there is none. */
    Optional<TopicName> find(String name) {
        TopicName exception = own.get(name);
        return exception != null ? Optional.of(exception) : template.map(it -> it.topic(variable, name));
    }

    /**
     * As {@link #find}, or throws.
     *
     * @param setting what would give it a topic, for the message
     */
    TopicName of(String name, String setting) {
        return find(name)
                .orElseThrow(() -> new MappingException(
                        name, "There is no topic for this " + variable + "; set " + setting + "."));
    }

    /** Whether one topic carries several of them. */
    public boolean isShared(TopicName topic) {
        boolean byTemplate = template.filter(it -> !it.has(variable))
                .filter(it -> it.topic().equals(topic))
                .isPresent();
        return byTemplate || own.values().stream().filter(topic::equals).count() > 1;
    }

    /** Whether the template is one topic for all. */
    public boolean isOneForAll() {
        return template.filter(it -> !it.has(variable)).isPresent();
    }

    /**
     * Whose topic it is: the names that have it as an exception, else the one that the template gives.
     *
     * @return empty if it is none of these topics; an empty list if it is the template's one for all
     */
    Optional<List<String>> names(TopicName topic) {
        List<String> exceptions = own.entrySet().stream()
                .filter(entry -> entry.getValue().equals(topic))
                .map(Map.Entry::getKey)
                .toList();
        if (!exceptions.isEmpty() && !isOneForAllAt(topic)) {
            return Optional.of(exceptions);
        }
        return template.flatMap(it -> it.match(topic.text()))
                .filter(name -> !own.containsKey(name))
                .map(name -> name.isEmpty() ? List.of() : List.of(name));
    }

    private boolean isOneForAllAt(TopicName topic) {
        return template.filter(it -> !it.has(variable))
                .filter(it -> it.topic().equals(topic))
                .isPresent();
    }

    /** Filters for all of them: one for the template, one for each exception that it does not match. */
    List<TopicFilter> filters(Set<String> known) {
        List<TopicFilter> all = new ArrayList<>();
        template.ifPresent(it -> {
            if (it.isFilterable()) {
                all.add(it.filter());
            } else {
                known.stream()
                        .filter(name -> !own.containsKey(name))
                        .forEach(name -> all.add(TopicFilter.of(it.topic(variable, name))));
            }
        });
        for (TopicName each : own.values()) {
            if (all.stream().noneMatch(filter -> filter.matches(each))) {
                all.add(TopicFilter.of(each));
            }
        }
        return List.copyOf(new LinkedHashSet<>(all));
    }
}
