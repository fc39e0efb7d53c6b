package org.iotconnector.core.internal.thing;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.iotconnector.core.thing.AccessMode;
import org.iotconnector.core.thing.EventSpec;
import org.iotconnector.core.thing.ServiceSpec;

/**
 * The members and words of one notation. Of several names for a member the first is written and each is read.
 *
 * @param kind the member that says how grave an event is
 * @param input the member with a service's arguments
 * @param output the member with a service's results
 * @param generated whether a feature of a section is one that the platform makes on its own
 * @param check notes what is wrong with a feature beyond what every notation asks
 */
record ModelLayout(
        ModelTypes types,
        IdentifierRule identifiers,
        Map<String, AccessMode> access,
        Map<String, ServiceSpec.CallType> calls,
        List<String> kind,
        List<String> input,
        List<String> output,
        BiPredicate<String, ModelNode> generated,
        Consumer<ModelNode> check) {
    static final Map<String, EventSpec.Kind> KINDS =
            Map.of("info", EventSpec.Kind.INFO, "alert", EventSpec.Kind.ALERT, "error", EventSpec.Kind.ERROR);

    /** The word for {@code meaning}. */
    static <T> String word(Map<String, T> words, T meaning) {
        return words.entrySet().stream()
                .filter(it -> it.getValue().equals(meaning))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no word for " + meaning + "."));
    }
}
