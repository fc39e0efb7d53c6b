package org.iotconnector.simulator.internal.siot.http;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parameters of one request, with errors that name them. An empty one counts as absent. */
final class Parameters {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Map<String, String> query;

    Parameters(Map<String, String> query) {
        this.query = query;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(query.get(name)).filter(text -> !text.isEmpty());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> new RefusedException("parameter " + name + " is missing"));
    }

    /** A whole number of 1 or more. */
    int number(String name, int otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!NUMBER.matcher(text.get()).matches() || Integer.parseInt(text.get()) < 1) {
            throw new RefusedException("parameter " + name + " is no number of 1 or more");
        }
        return Integer.parseInt(text.get());
    }
}
