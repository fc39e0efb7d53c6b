package org.iotconnector.core.settings;

import java.util.stream.Collectors;

/** Words the problems that sources and values have, without ever printing a secret. */
final class Problems {
    private static final int LONGEST_QUOTE = 60;

    private Problems() {}

    /** A sentence on why {@code raw} was refused. */
    static String describe(RawSetting raw, boolean secret, BadValueException refusal) {
        String subject = raw.match(
                text -> secret ? "the secret" : quote(text.written()),
                mapping -> "the mapping",
                sequence -> "the list",
                invalid -> "");
        // The source's own problem is a whole sentence already.
        return subject.isEmpty() ? refusal.refusal() : subject + " (" + raw.origin() + ") " + refusal.refusal() + ".";
    }

    /** Quotes a user's text so that it stays on one line and short. */
    static String quote(String text) {
        return '"' + printable(text) + '"';
    }

    /** A user's text on one line, and short. */
    static String printable(String text) {
        String shortened = text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
        return shortened
                .codePoints()
                .mapToObj(c -> Character.isISOControl(c) ? String.format("\\u%04x", c) : Character.toString(c))
                .collect(Collectors.joining());
    }
}
