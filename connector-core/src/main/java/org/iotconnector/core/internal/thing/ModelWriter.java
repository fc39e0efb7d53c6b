package org.iotconnector.core.internal.thing;

import java.util.Optional;
import org.iotconnector.core.thing.EventSpec;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ServiceSpec;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** Writes one model in one notation and notes what becomes different. Used once. */
abstract class ModelWriter {
    /** Where a feature goes and what it is called there. */
    record Target(ModuleWriting module, String identifier) {}

    final Notes notes;
    final ModelLayout layout;
    final ModelLimits limits;
    private final TypeWriter types;

    ModelWriter(ModelLayout layout, ModelLimits limits, TypeWriter types, Notes notes) {
        this.layout = layout;
        this.limits = limits;
        this.types = types;
        this.notes = notes;
    }

    /** Where a feature of a section goes; empty, and a note, if it cannot be there at all. */
    abstract Optional<Target> target(String section, String identifier, String place);

    /** Members that stand before the type or the inputs and outputs, besides identifier, name and description. */
    abstract void property(PropertySpec property, String place, Values.Builder members);

    abstract void event(EventSpec event, Target target, Values.Builder members);

    abstract void service(ServiceSpec service, Target target, Values.Builder members);

    final void addAll(ThingModel model) {
        model.properties().forEach(this::add);
        model.events().forEach(this::add);
        model.services().forEach(this::add);
    }

    private void add(PropertySpec property) {
        String place = Notes.child("/properties", property.identifier());
        target("properties", property.identifier(), place)
                .ifPresent(target -> types.type(property.type(), place).ifPresent(type -> {
                    Values.Builder members = members(target, property.name(), property.description(), place);
                    members.put("accessMode", access(property, place));
                    members.put("required", property.required());
                    property(property, place, members);
                    target.module()
                            .add("properties", members.put("dataType", type).build());
                }));
    }

    private void add(EventSpec event) {
        String place = Notes.child("/events", event.identifier());
        target("events", event.identifier(), place)
                .ifPresent(target -> types.fields(event.output(), place).ifPresent(output -> {
                    Values.Builder members = members(target, event.name(), event.description(), place);
                    members.put(layout.kind().get(0), ModelLayout.word(ModelLayout.KINDS, event.kind()));
                    event(event, target, members);
                    target.module()
                            .add("events", members.put("outputData", output).build());
                }));
    }

    private void add(ServiceSpec service) {
        String place = Notes.child("/services", service.identifier());
        target("services", service.identifier(), place).ifPresent(target -> {
            Optional<Value> input = types.fields(service.input(), place + "/input");
            Optional<Value> output = types.fields(service.output(), place + "/output");
            if (input.isPresent() && output.isPresent()) {
                Values.Builder members = members(target, service.name(), service.description(), place);
                service(service, target, members);
                members.put(layout.input().get(0), input.get());
                members.put(layout.output().get(0), output.get());
                target.module().add("services", members.build());
            }
        });
    }

    private Values.Builder members(Target target, String name, String description, String place) {
        Values.Builder members = Values.builder()
                .put("identifier", target.identifier())
                .put("name", limits.name(name, target.identifier(), place, notes));
        if (!description.isEmpty()) {
            members.put("desc", limits.description(description, place, notes));
        }
        return members;
    }

    private String access(PropertySpec property, String place) {
        if (layout.access().containsValue(property.access())) {
            return ModelLayout.word(layout.access(), property.access());
        }
        notes.add(
                place,
                limits.platform() + " has no write-only properties; it is written as rw.",
                "Report a value that gives nothing away, or make it a service.");
        return "rw";
    }
}
