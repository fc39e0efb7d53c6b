package org.iotconnector.tck.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One part of a statement's form. */
sealed interface Element {
    /** A fixed word. */
    record Word(String text) implements Element {}

    /** A place for a value; several values where it repeats. */
    record Slot(String name, SlotType type, boolean repeats) implements Element {}

    /** Parts that may be left out together; {@code name} notes in the arguments that they are there. */
    record Option(String name, List<Element> parts) implements Element {}

    /**
     * Reads a form such as {@code kick [with <code:NUMBER>] [after <delay:DURATION>]}; three dots behind a name let its
     * value repeat.
     */
    static List<Element> parse(String form) {
        List<Element> elements = new ArrayList<>();
        int end;
        for (int i = 0; i < form.length(); i = end + 1) {
            char c = form.charAt(i);
            if (c == '[') {
                end = form.indexOf(']', i);
                String inner = form.substring(i + 1, end);
                elements.add(new Option(inner, parse(inner)));
                end++;
            } else if (c == '<') {
                end = form.indexOf('>', i);
                elements.add(slot(form.substring(i + 1, end)));
                end++;
            } else {
                end = form.indexOf(' ', i) < 0 ? form.length() : form.indexOf(' ', i);
                elements.add(new Word(form.substring(i, end)));
            }
        }
        return List.copyOf(elements);
    }

    private static Slot slot(String text) {
        int colon = text.indexOf(':');
        String name = text.substring(0, colon);
        boolean repeats = name.endsWith("...");
        return new Slot(
                repeats ? name.substring(0, name.length() - 3) : name,
                SlotType.valueOf(text.substring(colon + 1).toUpperCase(Locale.ROOT)),
                repeats);
    }

    /** Writes the elements with {@code values} in their places. */
    static String print(List<Element> elements, Map<String, String> values) {
        List<String> words = new ArrayList<>();
        for (Element element : elements) {
            if (element instanceof Word word) {
                words.add(word.text());
            } else if (element instanceof Slot slot) {
                String value = values.getOrDefault(slot.name(), "");
                words.add(slot.type() == SlotType.TEXT ? Tokens.quote(value) : value);
            } else if (element instanceof Option option && values.containsKey(option.name())) {
                words.add(print(option.parts(), values));
            }
        }
        return String.join(" ", words);
    }
}
