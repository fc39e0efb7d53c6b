package org.iotconnector.core.internal.thing;

import java.util.ArrayList;
import java.util.List;
import org.iotconnector.core.MappingException;

/** Everything that is wrong with one thing model, each with its JSON pointer, so that it is mended in one go. */
final class ModelProblems {
    private static final int SHOWN = 20;

    private final String source;
    private final List<String> pointers = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();

    /** {@code source} names the text for people: its file, or "the given text". */
    ModelProblems(String source) {
        this.source = source;
    }

    void add(String pointer, String message) {
        pointers.add(pointer);
        messages.add(message);
    }

    void throwIfAny() {
        if (!messages.isEmpty()) {
            throw toException();
        }
    }

    MappingException toException() {
        if (messages.size() == 1) {
            return new MappingException(pointers.get(0), messages.get(0) + " (Thing model from " + source + ".)");
        }
        StringBuilder text = new StringBuilder("The thing model from ")
                .append(source)
                .append(" has ")
                .append(messages.size())
                .append(" problems:");
        for (int i = 0; i < Math.min(SHOWN, messages.size()); i++) {
            String where = pointers.get(i).isEmpty() ? "(top)" : pointers.get(i);
            text.append("\n  - ").append(where).append(": ").append(messages.get(i));
        }
        if (messages.size() > SHOWN) {
            text.append("\n  and ").append(messages.size() - SHOWN).append(" more");
        }
        return new MappingException("", text.toString());
    }
}
