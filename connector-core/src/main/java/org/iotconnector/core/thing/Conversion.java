package org.iotconnector.core.thing;

import java.util.List;

/**
 * A thing model as a platform writes it, and what that platform cannot say.
 *
 * @param json the model as indented JSON, ready to be saved in UTF-8 and imported
 * @param notes everything that is lost or becomes different, in the model's order; empty if reading {@code json} gives
 *     an equal model
 */
public record Conversion(String json, List<Note> notes) {
    public Conversion {
        notes = List.copyOf(notes);
    }

    /** Whether nothing is lost and nothing becomes different. */
    public boolean lossless() {
        return notes.isEmpty();
    }

    /**
     * One difference.
     *
     * @param place the section, the feature's identifier in the model, and further into it: {@code
     *     /properties/Track/speed}, {@code /services/Blink/input/Times}; empty for the whole
     * @param what what is lost or written differently, as a sentence
     * @param advice what to do about it, as a sentence
     */
    public record Note(String place, String what, String advice) {
        @Override
        public String toString() {
            return (place.isEmpty() ? "" : place + ": ") + what + " " + advice;
        }
    }
}
