package org.iotconnector.core.thing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.internal.thing.ModelNotation;
import org.iotconnector.core.internal.thing.ModelSource;
import org.iotconnector.core.internal.thing.OneNetNotation;
import org.iotconnector.core.internal.thing.TslNotation;

/**
 * The forms in which platforms export and import thing models. Each reads JSON in UTF-8 of at most 512 KB, with or
 * without a byte order mark; members that it does not know are passed over.
 */
public enum ThingModelFormat {
    /**
     * Aliyun IoT's TSL: one object or a list of modules. A custom module's identifiers become {@code
     * module:identifier}; the generated {@code post}, {@code set} and {@code get} are left out. Aliyun IoT help page
     * 89305, "TSL template".
     */
    TSL(new TslNotation()),

    /**
     * OneNET's thing model as its console exports it. Identifiers of system functions keep their {@code $}; whether a
     * function is of the user, the system or a standard is not kept. OneNET, "What is a thing model", read 2026-11.
     */
    ONENET(new OneNetNotation());

    /** Without state, though the checker cannot see it. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final ModelNotation notation;

    ThingModelFormat(ModelNotation notation) {
        this.notation = notation;
    }

    /** What people call it, such as {@code Aliyun IoT TSL}. */
    public String title() {
        return notation.title();
    }

    /**
     * Reads a file of this format.
     *
     * @throws MappingException one for all problems, each with its JSON pointer (the first 20); also if the file cannot
     *     be read
     */
    public ThingModel read(Path file) {
        return notation.read(ModelSource.of(file));
    }

    /** As {@link #read}, from text. */
    public ThingModel parse(String json) {
        return notation.read(ModelSource.of(json));
    }

    /**
     * Writes a model in this format. What the format has no word for is left out or replaced by what comes nearest, and
     * noted. The profile, which names a product, is for the platform or the user to add.
     */
    public Conversion write(ThingModel model) {
        return notation.write(model);
    }

    /** Reads a model in the format whose own words it has most of; the first format where it has none of any. */
    static ThingModel readAny(ModelSource source) {
        ModelNotation.checkIsModel(
                source, Arrays.stream(values()).map(ThingModelFormat::title).toList());
        Comparator<ModelNotation> likelihood = Comparator.comparingInt(it -> it.occurrences(source));
        List<ModelNotation> likeliestFirst = Arrays.stream(values())
                .map(it -> it.notation)
                .sorted(likelihood.reversed())
                .toList();
        return likeliestFirst.get(0).read(source);
    }
}
