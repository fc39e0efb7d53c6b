package org.iotconnector.core.internal.thing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.iotconnector.core.thing.AccessMode;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.EventSpec;
import org.iotconnector.core.thing.FieldSpec;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ServiceSpec;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Value;

/** Turns the modules of a TSL, one after the other, into a thing model. */
final class TslModel {
    /** The generated features, and the members of a value that carries its time. */
    private static final Set<String> RESERVED = Set.of("set", "get", "post", "time", "value");

    private static final Map<String, AccessMode> ACCESS =
            Map.of("r", AccessMode.READ, "rw", AccessMode.READ_WRITE, "w", AccessMode.WRITE);
    private static final Map<String, EventSpec.Kind> KINDS =
            Map.of("info", EventSpec.Kind.INFO, "alert", EventSpec.Kind.ALERT, "error", EventSpec.Kind.ERROR);
    private static final Map<String, ServiceSpec.CallType> CALLS =
            Map.of("async", ServiceSpec.CallType.ASYNC, "sync", ServiceSpec.CallType.SYNC);

    private final ThingModel.Builder model = ThingModel.builder();

    ThingModel build() {
        return model.build();
    }

    void addModule(TslNode module) {
        if (!module.isObject()) {
            module.problem("must be a JSON object: a thing model, or one module of it.");
            return;
        }
        if (List.of("properties", "events", "services").stream().noneMatch(module.members()::has)) {
            module.problem("has none of properties, events and services; is this a thing model (TSL)?");
            return;
        }
        String block = module.text("functionBlockId", "");
        String prefix = block.isEmpty() ? "" : block + ":";
        features(module, "properties", Set.of(), node -> property(node, prefix));
        features(module, "events", Set.of("post"), node -> event(node, prefix));
        features(module, "services", Set.of("set", "get"), node -> service(node, prefix));
    }

    private static void features(TslNode module, String name, Set<String> generated, Consumer<TslNode> reader) {
        for (TslNode node : module.list(name)) {
            if (!node.isObject()) {
                node.problem("must be a JSON object with an identifier.");
            } else if (!generated.contains(
                    node.members().find("identifier").map(TslModel::plainText).orElse(""))) {
                reader.accept(node);
            }
        }
    }

    private static String plainText(Value value) {
        return value instanceof Value.Text it ? it.value() : "";
    }

    private void property(TslNode node, String prefix) {
        Optional<String> identifier = identifier(node);
        Optional<AccessMode> access = node.choice("accessMode", ACCESS, Optional.empty());
        Optional<DataType> type = TslTypes.type(node);
        boolean required = node.flag("required");
        if (identifier.isPresent() && access.isPresent() && type.isPresent()) {
            String id = prefix + identifier.get();
            String name = node.text("name", identifier.get());
            declare(node, () -> model.property(new PropertySpec(id, name, access.get(), required, type.get())));
        }
    }

    private void event(TslNode node, String prefix) {
        Optional<String> identifier = identifier(node);
        Optional<EventSpec.Kind> kind = node.choice("type", KINDS, Optional.of(EventSpec.Kind.INFO));
        List<FieldSpec> output = TslTypes.fields(node.list("outputData"));
        if (identifier.isPresent() && kind.isPresent()) {
            String id = prefix + identifier.get();
            String name = node.text("name", identifier.get());
            declare(node, () -> model.event(new EventSpec(id, name, kind.get(), output)));
        }
    }

    private void service(TslNode node, String prefix) {
        Optional<String> identifier = identifier(node);
        Optional<ServiceSpec.CallType> call = node.choice("callType", CALLS, Optional.of(ServiceSpec.CallType.ASYNC));
        List<FieldSpec> input = TslTypes.fields(node.list("inputData"));
        List<FieldSpec> output = TslTypes.fields(node.list("outputData"));
        if (identifier.isPresent() && call.isPresent()) {
            String id = prefix + identifier.get();
            String name = node.text("name", identifier.get());
            declare(node, () -> model.service(new ServiceSpec(id, name, call.get(), input, output)));
        }
    }

    private static Optional<String> identifier(TslNode node) {
        Optional<String> identifier = TslTypes.identifier(node);
        if (identifier.isPresent() && RESERVED.contains(identifier.get())) {
            node.problem("identifier", "\"" + identifier.get() + "\" is reserved and cannot name a feature.");
            return Optional.empty();
        }
        return identifier;
    }

    /** Declares one feature; what the model itself refuses, such as a second one of that name, becomes a problem. */
    private static void declare(TslNode node, Runnable declaration) {
        try {
            declaration.run();
        } catch (IllegalArgumentException refused) {
            node.problem("identifier", String.valueOf(refused.getMessage()));
        }
    }
}
