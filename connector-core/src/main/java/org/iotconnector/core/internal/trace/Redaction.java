package org.iotconnector.core.internal.trace;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.settings.Secret;

/**
 * Takes user name and password out of what a trace shows. On some platforms the user name is an account's secret, on
 * others a level of every topic; there {@code [user]} stands for it.
 *
 * @param user the user name; empty for none
 * @param password the password; empty for none
 */
record Redaction(String user, String password) {
    static final Redaction NONE = new Redaction("", "");

    /** Shorter ones would be found in innocent words. */
    private static final int TELLING = 4;

    private static final Pattern PLAIN = Pattern.compile("[^\\s,\"\\\\\\p{Cntrl}]+");

    static Redaction of(ConnectParameters parameters) {
        return new Redaction(
                parameters.username().orElse(""),
                parameters.password().map(Secret::reveal).orElse(""));
    }

    /** The text without either, in quotes where it would not be read as one word. */
    String apply(String text) {
        String shown = text;
        if (password.length() >= TELLING) {
            shown = shown.replace(password, "[redacted]");
        }
        if (!user.isEmpty()) {
            shown = Arrays.stream(shown.split("/", -1))
                    .map(level -> level.equals(user) ? "[user]" : level)
                    .collect(Collectors.joining("/"));
        }
        if (user.length() >= TELLING) {
            shown = shown.replace(user, "[user]");
        }
        return quote(shown);
    }

    private static String quote(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Redaction[redacted]";
    }
}
