package org.iotconnector.core.thing;

import java.util.List;
import java.util.stream.Collectors;
import org.iotconnector.core.MappingException;

/**
 * The outcome of holding values against a model: what fits, and everything that does not. Outgoing values are best
 * taken with {@link #orThrow()}; of incoming ones the good part may be used and the rest reported.
 *
 * @param values those that fit, each in its type's own form, in their order
 * @param violations everything else, in their order; empty if all fit
 */
public record Checked(Values values, List<Violation> violations) {
    private static final int SHOWN = 20;

    public Checked {
        violations = List.copyOf(violations);
    }

    /** Whether there are no violations. */
    public boolean fits() {
        return violations.isEmpty();
    }

    /** The values if all fit; otherwise a {@link MappingException} whose message lists the violations, up to 20. */
    public Values orThrow() {
        if (violations.isEmpty()) {
            return values;
        }
        throw toException(violations);
    }

    static MappingException toException(List<Violation> violations) {
        if (violations.size() == 1) {
            Violation only = violations.get(0);
            return new MappingException(only.path(), only.sentence());
        }
        String list = violations.stream()
                .limit(SHOWN)
                .map(violation -> "  - " + violation)
                .collect(Collectors.joining("\n", violations.size() + " values do not fit:\n", ""));
        int hidden = violations.size() - SHOWN;
        return new MappingException("", hidden > 0 ? list + "\n  and " + hidden + " more" : list);
    }
}
