package org.iotconnector.tck.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the form of one statement; remembers how far any form went, for the error message. */
final class StatementParser {
    private final List<String> words;
    private final TreeSet<String> expected = new TreeSet<>();
    private int furthest;

    private StatementParser(Tokens.Statement statement) {
        this.words = statement.words();
    }

    /**
     * Reads one statement.
     *
     * @throws ScriptSyntaxException when no form fits
     */
    static Step parse(Tokens.Statement statement, List<Form> forms) {
        StatementParser parser = new StatementParser(statement);
        for (Form form : forms) {
            Map<String, String> values = parser.match(form);
            if (values != null) {
                return new Step(form, new Arguments(values), statement.line());
            }
        }
        throw new ScriptSyntaxException(statement.line(), parser.problem());
    }

    private String problem() {
        String where = furthest < words.size()
                ? "\"" + words.get(furthest) + "\""
                        + (furthest == 0 ? "" : " after \"" + String.join(" ", words.subList(0, furthest)) + "\"")
                        + " is not understood"
                : "\"" + String.join(" ", words) + "\" is not complete";
        return where + "; here could stand: " + String.join(" | ", expected) + ".";
    }

    private @Nullable Map<String, String> match(Form form) {
        return match(form.elements(), 0, 0, Map.of());
    }

    /** The values if the elements from {@code element} on take exactly the words from {@code word} on. */
    private @Nullable Map<String, String> match(
            List<Element> elements, int element, int word, Map<String, String> values) {
        if (element == elements.size()) {
            if (word == words.size()) {
                return values;
            }
            expect(word, "the end of the statement");
            return null;
        }
        Element next = elements.get(element);
        if (next instanceof Element.Word fixed) {
            if (word < words.size() && words.get(word).equalsIgnoreCase(fixed.text())) {
                return match(elements, element + 1, word + 1, values);
            }
            expect(word, fixed.text());
            return null;
        } else if (next instanceof Element.Slot slot) {
            return matchSlot(slot, elements, element, word, values);
        }
        Element.Option option = (Element.Option) next;
        List<Element> with = new ArrayList<>(option.parts());
        with.addAll(elements.subList(element + 1, elements.size()));
        Map<String, String> noted = new HashMap<>(values);
        noted.put(option.name(), "");
        Map<String, String> there = match(with, 0, word, noted);
        return there != null ? there : match(elements, element + 1, word, values);
    }

    private @Nullable Map<String, String> matchSlot(
            Element.Slot slot, List<Element> elements, int element, int word, Map<String, String> values) {
        int end = word + slot.type().words();
        String value = end <= words.size() ? String.join(" ", words.subList(word, end)) : "";
        if (!slot.type().accepts(value)) {
            expect(word, slot.type().description());
            return null;
        }
        while (slot.repeats() && end < words.size() && slot.type().accepts(words.get(end))) {
            value += " " + words.get(end);
            end++;
        }
        if (slot.repeats() && end < words.size()) {
            expect(end, slot.type().description());
        }
        Map<String, String> more = new HashMap<>(values);
        more.put(slot.name(), value);
        return match(elements, element + 1, end, more);
    }

    private void expect(int word, String what) {
        if (word > furthest) {
            furthest = word;
            expected.clear();
        }
        if (word == furthest) {
            expected.add(what);
        }
    }
}
