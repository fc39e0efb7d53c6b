package org.iotconnector.simulator.internal.onenet.http;

import org.iotconnector.simulator.internal.json.Json;

/** Property values as the application API shows them: as text that holds JSON. */
final class ValueText {
    private final boolean quoted;

    /**
     * Decides about texts.
     *
     * @param quoted whether a text is JSON too, so {@code "hello"}; or as it is, {@code hello}. Both were seen
     */
    ValueText(boolean quoted) {
        this.quoted = quoted;
    }

    String of(Object value) {
        return value instanceof String text && !quoted ? text : Json.text(value);
    }
}
