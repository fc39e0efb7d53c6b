package org.iotconnector.mqtt.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the value of each property stands in JSON. Immutable. */
final class Pointers {
    static final String BY_NAME = "/{property}";

    private final Optional<String> template;
    private final Map<String, JsonPointer> own = new LinkedHashMap<>();

    /**
     * Pointers by these settings.
     *
     * @param template that of all properties; empty for the default
     * @param own those of single properties
     */
    Pointers(Optional<String> template, Map<String, String> own) {
        this.template = template;
        own.forEach((name, text) -> this.own.put(name, JsonPointer.of(text, name)));
    }

    /** The pointer of a property, on a topic that it shares with others or has for itself. */
    JsonPointer of(String property, boolean shared) {
        JsonPointer exception = own.get(property);
        return exception != null ? exception : JsonPointer.of(template(shared), property);
    }

    String template(boolean shared) {
        return template.orElse(shared ? BY_NAME : "");
    }

    /** The properties with a pointer of their own. */
    Set<String> names() {
        return own.keySet();
    }

    /** The members at the top that lead to those. */
    Set<String> firstTokens() {
        return own.values().stream()
                .filter(pointer -> !pointer.tokens().isEmpty())
                .map(pointer -> pointer.tokens().get(0))
                .collect(Collectors.toSet());
    }
}
