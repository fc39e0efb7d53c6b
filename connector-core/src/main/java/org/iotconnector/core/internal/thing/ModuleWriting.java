package org.iotconnector.core.internal.thing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** The features of one module, or of the whole model, as they are written, and the identifiers that are taken. */
final class ModuleWriting {
    private final Map<String, List<Value>> sections = new LinkedHashMap<>();
    private final Map<String, Identifiers> identifiers = new LinkedHashMap<>();
    private final ModelLimits limits;

    ModuleWriting(ModelLimits limits, Notes notes) {
        this.limits = limits;
        for (String section : ModelNotation.SECTIONS) {
            sections.put(section, new ArrayList<>());
            identifiers.put(section, new Identifiers(limits.identifiers(), limits.platform(), notes));
        }
    }

    /** The identifier that a feature gets here. */
    String identifier(String section, String identifier, String place) {
        return of(identifiers, section).feature(identifier, place);
    }

    void add(String section, Values feature) {
        of(sections, section).add(new Value.Struct(feature));
    }

    private static <T> T of(Map<String, T> map, String section) {
        T found = map.get(section);
        if (found == null) {
            throw new IllegalArgumentException("There is no section " + section + "; this is a bug in core.");
        }
        return found;
    }

    boolean isEmpty() {
        return sections.values().stream().allMatch(List::isEmpty);
    }

    /** Adds the three sections to {@code members}. */
    Values.Builder writeTo(Values.Builder members, String place, Notes notes) {
        int count = sections.values().stream().mapToInt(List::size).sum();
        if (count > limits.features()) {
            notes.add(
                    place,
                    limits.platform() + " takes at most " + limits.features() + " features together; these are " + count
                            + ".",
                    "Leave some out, or join those that belong together into a struct.");
        }
        sections.forEach((section, features) -> members.put(section, new Value.Array(features)));
        return members;
    }
}
