package org.iotconnector.core.internal.thing;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.iotconnector.core.thing.AccessMode;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.EventSpec;
import org.iotconnector.core.thing.FieldSpec;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ServiceSpec;
import org.iotconnector.core.thing.ThingModel;

/** Reads the features of one model in one notation; what is broken becomes a problem of its node. */
final class ModelReader {
    private final ModelLayout layout;
    private final ThingModel.Builder model = ThingModel.builder();

    ModelReader(ModelLayout layout) {
        this.layout = layout;
    }

    ThingModel build() {
        return model.build();
    }

    /** Adds the features of {@code node}, whose identifiers get {@code prefix}. */
    void add(ModelNode node, String prefix) {
        features(node, "properties", it -> property(it, prefix));
        features(node, "events", it -> event(it, prefix));
        features(node, "services", it -> service(it, prefix));
    }

    private void features(ModelNode parent, String section, Consumer<ModelNode> reader) {
        for (ModelNode node : parent.list(section)) {
            if (!node.isObject()) {
                node.problem("must be a JSON object with an identifier.");
            } else if (!layout.generated().test(section, node)) {
                layout.check().accept(node);
                reader.accept(node);
            }
        }
    }

    private void property(ModelNode node, String prefix) {
        Optional<String> identifier = identifier(node);
        Optional<AccessMode> access = node.choice("accessMode", layout.access(), Optional.empty());
        Optional<DataType> type = layout.types().type(node);
        boolean required = node.flag("required");
        if (identifier.isPresent() && access.isPresent() && type.isPresent()) {
            String id = prefix + identifier.get();
            String name = node.text("name", identifier.get());
            String description = node.text("desc", "");
            declare(
                    node,
                    () -> model.property(new PropertySpec(id, name, access.get(), required, type.get(), description)));
        }
    }

    private void event(ModelNode node, String prefix) {
        Optional<String> identifier = identifier(node);
        Optional<EventSpec.Kind> kind =
                node.choice(node.first(layout.kind()), ModelLayout.KINDS, Optional.of(EventSpec.Kind.INFO));
        List<FieldSpec> output = layout.types().fields(node.list("outputData"));
        if (identifier.isPresent() && kind.isPresent()) {
            String id = prefix + identifier.get();
            String name = node.text("name", identifier.get());
            String description = node.text("desc", "");
            declare(node, () -> model.event(new EventSpec(id, name, kind.get(), output, description)));
        }
    }

    private void service(ModelNode node, String prefix) {
        Optional<String> identifier = identifier(node);
        Optional<ServiceSpec.CallType> call =
                node.choice("callType", layout.calls(), Optional.of(ServiceSpec.CallType.ASYNC));
        List<FieldSpec> input = layout.types().fields(node.list(node.first(layout.input())));
        List<FieldSpec> output = layout.types().fields(node.list(node.first(layout.output())));
        if (identifier.isPresent() && call.isPresent()) {
            String id = prefix + identifier.get();
            String name = node.text("name", identifier.get());
            String description = node.text("desc", "");
            declare(node, () -> model.service(new ServiceSpec(id, name, call.get(), input, output, description)));
        }
    }

    private Optional<String> identifier(ModelNode node) {
        Optional<String> identifier = layout.types().identifier(node);
        if (identifier.filter(layout.identifiers()::reserves).isPresent()) {
            node.problem("identifier", "\"" + identifier.get() + "\" is reserved and cannot name a feature.");
            return Optional.empty();
        }
        return identifier;
    }

    /** Declares one feature; what the model itself refuses, such as a second one of that name, becomes a problem. */
    private static void declare(ModelNode node, Runnable declaration) {
        try {
            declaration.run();
        } catch (IllegalArgumentException refused) {
            node.problem("identifier", String.valueOf(refused.getMessage()));
        }
    }
}
