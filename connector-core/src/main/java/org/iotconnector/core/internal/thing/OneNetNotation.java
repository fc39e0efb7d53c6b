package org.iotconnector.core.internal.thing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.thing.AccessMode;
import org.iotconnector.core.thing.Conversion;
import org.iotconnector.core.thing.ServiceSpec;
import org.iotconnector.core.thing.ThingModel;

/**
 * OneNET's notation. Source: OneNET, "What is a thing model" and the page of the interface that saves one, read
 * 2026-11, and exported models, which differ from the pages in names of members.
 */
public final class OneNetNotation extends ModelNotation {
    private static final Map<String, Set<String>> GENERATED =
            Map.of("events", Set.of("post"), "services", Set.of("set", "get"));

    /** User, system and standard; the last has two spellings. */
    private static final Map<String, String> FUNCTION_TYPES = Map.of("u", "u", "s", "s", "st", "st", "sd", "st");

    static final ModelLayout LAYOUT = new ModelLayout(
            OneNetTypes.READER,
            OneNetTypes.IDENTIFIERS,
            Map.of("r", AccessMode.READ, "rw", AccessMode.READ_WRITE),
            Map.of(
                    "a", ServiceSpec.CallType.ASYNC,
                    "async", ServiceSpec.CallType.ASYNC,
                    "s", ServiceSpec.CallType.SYNC,
                    "sync", ServiceSpec.CallType.SYNC),
            List.of("eventType", "type"),
            List.of("input", "inputData"),
            List.of("output", "outputData"),
            OneNetNotation::isGenerated,
            node -> node.choice("functionType", FUNCTION_TYPES, Optional.of("u")));

    public OneNetNotation() {
        super(
                "OneNET thing model",
                Set.of(
                        "functionType",
                        "functionMode",
                        "eventType",
                        "productId",
                        "industryId",
                        "input",
                        "output",
                        "type=int32",
                        "type=int64",
                        "type=string",
                        "type=bitMap",
                        "callType=s",
                        "callType=a"));
    }

    private static boolean isGenerated(String section, ModelNode node) {
        return GENERATED.getOrDefault(section, Set.of()).contains(node.plainText("identifier"))
                && node.plainText("functionType").equals("s");
    }

    @Override
    ThingModel model(ModelNode root) {
        ModelReader reader = new ModelReader(LAYOUT);
        if (!root.isObject()) {
            root.problem("must be a JSON object: a thing model.");
        } else if (SECTIONS.stream().noneMatch(root.members()::has)) {
            root.problem("has none of properties, events and services; is this a thing model of OneNET?");
        } else {
            reader.add(root, "");
        }
        return reader.build();
    }

    @Override
    public Conversion write(ThingModel model) {
        return new OneNetWriter().write(model);
    }
}
