package org.iotconnector.core.internal.thing;

import java.util.HashSet;
import java.util.Set;

/** Gives each name of one scope an identifier that a notation takes, and notes those that change. */
final class Identifiers {
    private final IdentifierRule rule;
    private final String platform;
    private final Notes notes;
    private final Set<String> taken = new HashSet<>();

    Identifiers(IdentifierRule rule, String platform, Notes notes) {
        this.rule = rule;
        this.platform = platform;
        this.notes = notes;
    }

    /** For a feature, which must not be called by a reserved name either. */
    String feature(String identifier, String place) {
        return take(identifier, rule.fit(identifier, taken), place);
    }

    String field(String identifier, String place) {
        boolean fits = rule.allows(identifier) && !taken.contains(identifier);
        return take(identifier, fits ? identifier : rule.fit(identifier, taken), place);
    }

    private String take(String identifier, String fitting, String place) {
        taken.add(fitting);
        if (!fitting.equals(identifier)) {
            notes.add(
                    place,
                    platform + " does not take the identifier \"" + identifier + "\"; it is written as \"" + fitting
                            + "\".",
                    "Use the new one in the device's code too.");
        }
        return fitting;
    }
}
