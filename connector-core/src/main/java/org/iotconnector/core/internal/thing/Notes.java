package org.iotconnector.core.internal.thing;

import java.util.ArrayList;
import java.util.List;
import org.iotconnector.core.thing.Conversion;

/** What a writer could not say as it stands in the model. */
final class Notes {
    private final List<Conversion.Note> notes = new ArrayList<>();

    void add(String place, String what, String advice) {
        notes.add(new Conversion.Note(place, what, advice));
    }

    List<Conversion.Note> list() {
        return List.copyOf(notes);
    }

    static String child(String place, String identifier) {
        return place + "/" + identifier.replace("~", "~0").replace("/", "~1");
    }
}
