package org.iotconnector.core.settings;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words the problems that sources and values have, without ever printing a secret. */
final class Problems {
    private static final int LONGEST_QUOTE = 60;
    /** The login in front of an address's host. It may hold any character, an @ too. */
    private static final Pattern LOGIN = Pattern.compile("^(\\s*[A-Za-z][A-Za-z0-9+.-]*:/*).*@", Pattern.DOTALL);

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

    /** The part of a key that can be one; what follows may be a value, with the blank forgotten before it. */
    static String name(String key) {
        int end = 0;
        while (end < key.length()
                && (Character.isLetterOrDigit(key.charAt(end)) || "_.-".indexOf(key.charAt(end)) >= 0)) {
            end++;
        }
        return printable(key.substring(0, end)) + (end < key.length() ? "…" : "");
    }

    /** A user's text on one line, short, and without the login of an address. */
    static String printable(String written) {
        String text = LOGIN.matcher(written).replaceFirst("$1…@");
        String shortened = text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
        return shortened
                .codePoints()
                .mapToObj(c -> Character.isISOControl(c) ? String.format("\\u%04x", c) : Character.toString(c))
                .collect(Collectors.joining());
    }
}
