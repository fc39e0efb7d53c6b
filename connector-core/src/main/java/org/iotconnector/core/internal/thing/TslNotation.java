package org.iotconnector.core.internal.thing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iotconnector.core.thing.AccessMode;
import org.iotconnector.core.thing.Conversion;
import org.iotconnector.core.thing.ServiceSpec;
import org.iotconnector.core.thing.ThingModel;

/**
 * The TSL, Aliyun IoT's notation. Source: "TSL template" (help.aliyun.com/document_detail/89305.html) and exported
 * models.
 */
public final class TslNotation extends ModelNotation {
    private static final Map<String, Set<String>> GENERATED =
            Map.of("events", Set.of("post"), "services", Set.of("set", "get"));

    static final ModelLayout LAYOUT = new ModelLayout(
            TslTypes.READER,
            TslTypes.IDENTIFIERS,
            Map.of("r", AccessMode.READ, "rw", AccessMode.READ_WRITE, "w", AccessMode.WRITE),
            Map.of("async", ServiceSpec.CallType.ASYNC, "sync", ServiceSpec.CallType.SYNC),
            List.of("type"),
            List.of("inputData"),
            List.of("outputData"),
            (section, node) -> GENERATED.getOrDefault(section, Set.of()).contains(node.plainText("identifier")),
            node -> {});

    public TslNotation() {
        super(
                "Aliyun IoT TSL",
                Set.of(
                        "schema",
                        "productKey",
                        "functionBlockId",
                        "functionBlockName",
                        "unitName",
                        "type=int",
                        "type=text",
                        "type=info",
                        "type=alert",
                        "type=error"));
    }

    @Override
    ThingModel model(ModelNode root) {
        ModelReader reader = new ModelReader(LAYOUT);
        if (root.isArray()) {
            if (root.items().isEmpty()) {
                root.problem("The list of modules is empty.");
            }
            root.items().forEach(module -> addModule(reader, module));
        } else {
            addModule(reader, root);
        }
        return reader.build();
    }

    private static void addModule(ModelReader reader, ModelNode module) {
        if (!module.isObject()) {
            module.problem("must be a JSON object: a thing model, or one module of it.");
        } else if (SECTIONS.stream().noneMatch(module.members()::has)) {
            module.problem("has none of properties, events and services; is this a thing model (TSL)?");
        } else {
            String block = module.text("functionBlockId", "");
            reader.add(module, block.isEmpty() ? "" : block + ":");
        }
    }

    @Override
    public Conversion write(ThingModel model) {
        return new TslWriter().write(model);
    }
}
