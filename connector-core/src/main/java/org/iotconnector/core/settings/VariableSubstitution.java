package org.iotconnector.core.settings;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts environment variables into a text: {@code ${NAME}}, {@code ${NAME:-default}}, and <code>$${</code> for a plain
 * <code>${</code>.
 */
final class VariableSubstitution {
    /** Either the escape, a whole reference, or an opening that is not a reference. */
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\$\\{|\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}|\\$\\{");

    private final Map<String, String> environment;

    VariableSubstitution(Map<String, String> environment) {
        this.environment = environment;
    }

    RawSetting apply(RawSetting.Text written) {
        Matcher matcher = REFERENCE.matcher(written.text());
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String replacement;
            if (matcher.group().equals("$${")) {
                replacement = "${";
            } else if (matcher.group(1) == null) {
                return new RawSetting.Invalid(
                        written.origin(),
                        "has a ${ that does not begin ${NAME} or ${NAME:-default} (" + written.origin()
                                + "); write $${ for a plain ${.");
            } else {
                String name = matcher.group(1);
                String value = environment.get(name);
                String fallback = matcher.group(2);
                if (fallback != null && (value == null || value.isEmpty())) {
                    value = fallback;
                }
                if (value == null) {
                    return new RawSetting.Invalid(
                            written.origin(),
                            "needs the environment variable " + name + ", which is not set (" + written.origin()
                                    + "); set it, write ${" + name + ":-default}, or $${ for a plain ${.");
                }
                replacement = value;
            }
            matcher.appendReplacement(result, Matcher.quoteReplacement(replacement));
        }
        matcher.appendTail(result);
        return new RawSetting.Text(written.origin(), result.toString(), written.written());
    }
}
