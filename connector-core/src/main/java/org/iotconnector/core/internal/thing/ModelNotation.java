package org.iotconnector.core.internal.thing;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.iotconnector.core.thing.Conversion;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Value;

/** One way of writing a thing model down as JSON: how it is known from others, read and written. Stateless. */
public abstract class ModelNotation {
    static final List<String> SECTIONS = List.of("properties", "events", "services");

    private final String title;
    private final Set<String> marks;

    /**
     * Fixes what tells this notation from others.
     *
     * @param marks names of members, and {@code type=…} or {@code callType=…} for texts of members, that only this
     *     notation has
     */
    ModelNotation(String title, Set<String> marks) {
        this.title = title;
        this.marks = Set.copyOf(marks);
    }

    /** What people call it, for messages. */
    public final String title() {
        return title;
    }

    /** The model; one {@link org.iotconnector.core.MappingException} for everything that is wrong. */
    public final ThingModel read(ModelSource source) {
        ThingModel model = model(source.root());
        source.problems().throwIfAny();
        return model;
    }

    /** The model as far as it can be read; the rest becomes problems of the nodes. */
    abstract ThingModel model(ModelNode root);

    public abstract Conversion write(ThingModel model);

    /** How often the marks of this notation occur. */
    public final int occurrences(ModelSource source) {
        return occurrences(source.root().value());
    }

    private int occurrences(Value value) {
        if (value instanceof Value.Array it) {
            return it.value().stream().mapToInt(this::occurrences).sum();
        } else if (value instanceof Value.Struct it) {
            int[] count = {0};
            it.value().forEach((name, member) -> {
                boolean marked = marks.contains(name)
                        || (member instanceof Value.Text text && marks.contains(name + "=" + text.value()));
                count[0] += (marked ? 1 : 0) + occurrences(member);
            });
            return count[0];
        }
        return 0;
    }

    /** Refuses JSON that no notation could read as a model. */
    public static void checkIsModel(ModelSource source, Collection<String> titles) {
        ModelNode root = source.root();
        boolean model = root.isArray() || (root.isObject() && SECTIONS.stream().anyMatch(root.members()::has));
        if (!model) {
            root.problem(
                    "This is no thing model: a JSON object with properties, events or services is expected, as in: "
                            + String.join(", ", titles) + ".");
            source.problems().throwIfAny();
        }
    }
}
