package org.iotconnector.tck.script;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.outbox.OverflowPolicy;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.SessionPhase;

/** What may stand at a place of a statement that is not a fixed word. */
enum SlotType {
    NUMBER("a number", 1, "\\d{1,9}"),
    DECIMAL("a number from 0 to 0.999999", 1, "0(\\.\\d{1,6})?"),
    QOS("0, 1 or 2", 1, "[012]"),
    DURATION("a duration such as 100 ms, 90 s, 5 min or 1 h", 2, "\\d{1,9}(\\.\\d{1,9})? (ms|s|min|h)"),
    TEXT("a topic or a word", 1, "(?s).+"),
    PHASE("a state: " + names(SessionPhase.values()), 1, choice(SessionPhase.values())),
    STATE(
            "a state, with its failure in brackets if it has one, such as WAITING(TIMEOUT)",
            1,
            choice(SessionPhase.values()) + "(\\(" + choice(FailureKind.values()) + "\\))?"),
    KIND("a kind of failure: " + names(FailureKind.values()), 1, choice(FailureKind.values())),
    POLICY("a policy: " + names(OverflowPolicy.values()), 1, choice(OverflowPolicy.values())),
    OUTCOME(
            "what became of messages: " + names(DeliveryOutcome.values()).toLowerCase(Locale.ROOT),
            1,
            choice(DeliveryOutcome.values()).toLowerCase(Locale.ROOT));

    private final String description;
    private final int words;
    private final Pattern form;

    SlotType(String description, int words, String form) {
        this.description = description;
        this.words = words;
        this.form = Pattern.compile(form);
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String choice(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining("|", "(", ")"));
    }

    String description() {
        return description;
    }

    /** How many words it takes. */
    int words() {
        return words;
    }

    boolean accepts(String text) {
        return form.matcher(text).matches();
    }
}
