package org.iotconnector.mqtt.homie.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.EventSpec;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ServiceSpec;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.mqtt.homie.HomieVersion;

/** A thing model laid out as nodes and properties. Immutable. */
public final class HomieLayout {
    private final List<LaidProperty> all;

    private HomieLayout(List<LaidProperty> all) {
        this.all = List.copyOf(all);
    }

    /**
     * What the layout depends on beside the model.
     *
     * @param node the node of what names none
     * @param eventNode the node of events
     * @param serviceNode the node of services
     * @param places identifiers to {@code node/property}
     * @param datatypes identifiers to data types
     * @param nonRetained identifiers of properties whose values the broker does not keep
     */
    public record Plan(
            HomieVersion version,
            String node,
            String eventNode,
            String serviceNode,
            Map<String, String> places,
            Map<String, String> datatypes,
            Set<String> nonRetained) {}

    /** Lays the model out; what cannot be is told to {@code problems}, and left out. */
    public static HomieLayout of(ThingModel model, Plan plan, Consumer<String> problems) {
        Set<String> known = new HashSet<>();
        List<LaidProperty> all = new ArrayList<>();
        for (PropertySpec property : model.properties()) {
            known.add(property.identifier());
            property(property, plan, problems).ifPresent(all::add);
        }
        for (EventSpec event : model.events()) {
            known.add(event.identifier());
            all.add(message(LaidProperty.Kind.EVENT, event.identifier(), event.name(), plan, plan.eventNode()));
        }
        for (ServiceSpec service : model.services()) {
            known.add(service.identifier());
            all.add(message(LaidProperty.Kind.SERVICE, service.identifier(), service.name(), plan, plan.serviceNode()));
        }
        checkNames(plan, known, problems);
        checkIds(all, plan.version(), problems);
        return new HomieLayout(all);
    }

    private static Optional<LaidProperty> property(PropertySpec spec, Plan plan, Consumer<String> problems) {
        String[] place = place(spec.identifier(), plan, plan.node());
        try {
            HomieForm form = HomieTypes.form(
                    spec.type(), Optional.ofNullable(plan.datatypes().get(spec.identifier())), plan.version());
            return Optional.of(new LaidProperty(
                    LaidProperty.Kind.PROPERTY,
                    spec.identifier(),
                    place[0],
                    place[1],
                    spec.name().isEmpty() ? spec.identifier() : spec.name(),
                    form,
                    spec.type(),
                    spec.type().unit().map(HomieTypes::unit).orElse(""),
                    spec.access().writable(),
                    !plan.nonRetained().contains(spec.identifier())));
        } catch (IllegalArgumentException wrong) {
            problems.accept(spec.identifier() + ": " + wrong.getMessage());
            return Optional.empty();
        }
    }

    /** An event is a value that is not kept, a service one that can be set. */
    private static LaidProperty message(
            LaidProperty.Kind kind, String identifier, String name, Plan plan, String standardNode) {
        String[] place = place(identifier, plan, standardNode);
        HomieForm form = HomieTypes.form(DataType.text(1), Optional.of("json"), plan.version());
        return new LaidProperty(
                kind,
                identifier,
                place[0],
                place[1],
                name.isEmpty() ? identifier : name,
                form,
                DataType.text(1),
                "",
                kind == LaidProperty.Kind.SERVICE,
                false);
    }

    /** {@code module:identifier} becomes a node of that module. */
    private static String[] place(String identifier, Plan plan, String standardNode) {
        String given = plan.places().get(identifier);
        if (given != null) {
            int slash = given.indexOf('/');
            return slash < 0
                    ? new String[] {standardNode, given}
                    : new String[] {given.substring(0, slash), given.substring(slash + 1)};
        }
        int colon = identifier.indexOf(':');
        return colon > 0
                ? new String[] {
                    HomieIds.of(identifier.substring(0, colon)), HomieIds.of(identifier.substring(colon + 1))
                }
                : new String[] {standardNode, HomieIds.of(identifier)};
    }

    private static void checkNames(Plan plan, Set<String> known, Consumer<String> problems) {
        Set<String> named = new LinkedHashSet<>(plan.places().keySet());
        named.addAll(plan.datatypes().keySet());
        named.addAll(plan.nonRetained());
        named.removeAll(known);
        named.forEach(name -> problems.accept(name + " is not in the thing model"));
    }

    private static void checkIds(List<LaidProperty> all, HomieVersion version, Consumer<String> problems) {
        Map<String, String> taken = new LinkedHashMap<>();
        for (LaidProperty each : all) {
            HomieIds.problem(each.node(), version)
                    .ifPresent(rule -> problems.accept(
                            "the node id \"" + each.node() + "\" of " + each.identifier() + " " + rule));
            HomieIds.problem(each.id(), version)
                    .ifPresent(rule -> problems.accept("the property id \"" + each.id() + "\" of " + each.identifier()
                            + " " + rule + "; give it one in ids"));
            String other = taken.putIfAbsent(each.node() + "/" + each.id(), each.identifier());
            if (other != null) {
                problems.accept(other + " and " + each.identifier() + " both become " + each.node() + "/" + each.id()
                        + "; give one another id in ids");
            }
        }
    }

    /** An enumeration's member in a payload: its label where all of them can stand there, else its number. */
    static String memberText(DataType type, int number) {
        List<String> labels = List.copyOf(type.labels().values());
        boolean usable = labels.stream().noneMatch(label -> label.isBlank() || label.indexOf(',') >= 0)
                && new HashSet<>(labels).size() == labels.size();
        return usable ? type.labels().getOrDefault(number, Integer.toString(number)) : Integer.toString(number);
    }

    public List<LaidProperty> all() {
        return all;
    }

    /** Nodes in the order of the model, each with its properties. */
    public Map<String, List<LaidProperty>> nodes() {
        Map<String, List<LaidProperty>> nodes = new LinkedHashMap<>();
        all.forEach(each ->
                nodes.computeIfAbsent(each.node(), node -> new ArrayList<>()).add(each));
        return nodes;
    }

    Optional<LaidProperty> find(LaidProperty.Kind kind, String identifier) {
        return all.stream()
                .filter(each -> each.kind() == kind && each.identifier().equals(identifier))
                .findFirst();
    }
}
