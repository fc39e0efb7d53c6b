package org.iotconnector.core.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One value as a source gave it, before its setting has read it. A closed family; {@link #match} has one function per
 * case. Its values may be secrets, so {@code toString} tells where a value stands, not what it is. Immutable.
 */
public sealed interface RawSetting {
    /** Where it stands, for messages: {@code lamp.yaml line 4}, {@code environment IOTC_X}, {@code option --x}. */
    String origin();

    /** Applies the function of this value's case. */
    <R> R match(
            Function<? super Text, ? extends R> text,
            Function<? super Mapping, ? extends R> mapping,
            Function<? super Sequence, ? extends R> sequence,
            Function<? super Invalid, ? extends R> invalid);

    /**
     * One text, number or truth value, as its characters.
     *
     * @param text the value, after substitution of environment variables
     * @param written what the source says, before substitution; messages show this one, since a variable may hold a
     *     secret
     */
    record Text(String origin, String text, String written) implements RawSetting {
        /** A text in which nothing was substituted. */
        public Text(String origin, String text) {
            this(origin, text, text);
        }

        /** Whether environment variables were put into the text. */
        public boolean isSubstituted() {
            return !text.equals(written);
        }

        @Override
        public <R> R match(
                Function<? super Text, ? extends R> ifText,
                Function<? super Mapping, ? extends R> ifMapping,
                Function<? super Sequence, ? extends R> ifSequence,
                Function<? super Invalid, ? extends R> ifInvalid) {
            return ifText.apply(this);
        }

        @Override
        public String toString() {
            return "Text[" + origin + "]";
        }
    }

    /**
     * Names and their values.
     *
     * @param entries in the source's order
     */
    record Mapping(String origin, Map<String, RawSetting> entries) implements RawSetting {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public <R> R match(
                Function<? super Text, ? extends R> ifText,
                Function<? super Mapping, ? extends R> ifMapping,
                Function<? super Sequence, ? extends R> ifSequence,
                Function<? super Invalid, ? extends R> ifInvalid) {
            return ifMapping.apply(this);
        }

        @Override
        public String toString() {
            return "Mapping[" + origin + "]";
        }
    }

    /** A list of values. */
    record Sequence(String origin, List<RawSetting> items) implements RawSetting {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public <R> R match(
                Function<? super Text, ? extends R> ifText,
                Function<? super Mapping, ? extends R> ifMapping,
                Function<? super Sequence, ? extends R> ifSequence,
                Function<? super Invalid, ? extends R> ifInvalid) {
            return ifSequence.apply(this);
        }

        @Override
        public String toString() {
            return "Sequence[" + origin + "]";
        }
    }

    /**
     * A value that the source itself could not give: a variable that is not set, a key written twice.
     *
     * @param problem a whole sentence for the user, without the value
     */
    record Invalid(String origin, String problem) implements RawSetting {
        @Override
        public <R> R match(
                Function<? super Text, ? extends R> ifText,
                Function<? super Mapping, ? extends R> ifMapping,
                Function<? super Sequence, ? extends R> ifSequence,
                Function<? super Invalid, ? extends R> ifInvalid) {
            return ifInvalid.apply(this);
        }
    }
}
