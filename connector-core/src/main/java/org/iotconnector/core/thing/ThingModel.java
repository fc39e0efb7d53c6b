package org.iotconnector.core.thing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.internal.thing.ModelSource;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of device can report, tell and do. Checks values against its declarations: each {@code inspect…} gives
 * what fits and what does not, each {@code check…} gives the values in their types' own form or throws one
 * {@link MappingException} that lists every violation. A name that the model lacks is answered with the nearest one it
 * has. Immutable; equal by content.
 */
public final class ThingModel {
    private final Map<String, PropertySpec> properties;
    private final Map<String, EventSpec> events;
    private final Map<String, ServiceSpec> services;

    private ThingModel(Builder builder) {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(builder.properties));
        events = Collections.unmodifiableMap(new LinkedHashMap<>(builder.events));
        services = Collections.unmodifiableMap(new LinkedHashMap<>(builder.services));
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads a thing model that a platform exported, in whichever {@link ThingModelFormat} it is written: the words in it
     * tell.
     *
     * @throws MappingException one for all problems, each with its JSON pointer (the first 20); also if the file cannot
     *     be read or is no thing model
     */
    public static ThingModel read(Path file) {
        return ThingModelFormat.readAny(ModelSource.of(file));
    }

    /** As {@link #read}, from text. */
    public static ThingModel parse(String json) {
        return ThingModelFormat.readAny(ModelSource.of(json));
    }

    /** As {@link ThingModelFormat#read}, of {@link ThingModelFormat#TSL}. */
    public static ThingModel readTsl(Path file) {
        return ThingModelFormat.TSL.read(file);
    }

    /** As {@link ThingModelFormat#parse}, of {@link ThingModelFormat#TSL}. */
    public static ThingModel parseTsl(String tsl) {
        return ThingModelFormat.TSL.parse(tsl);
    }

    public Collection<PropertySpec> properties() {
        return properties.values();
    }

    public Collection<EventSpec> events() {
        return events.values();
    }

    public Collection<ServiceSpec> services() {
        return services.values();
    }

    public Optional<PropertySpec> property(String identifier) {
        return Optional.ofNullable(properties.get(identifier));
    }

    public Optional<EventSpec> event(String identifier) {
        return Optional.ofNullable(events.get(identifier));
    }

    public Optional<ServiceSpec> service(String identifier) {
        return Optional.ofNullable(services.get(identifier));
    }

    /** Checks properties that a device reports: any of them, none write-only. */
    public Checked inspectReport(Values values) {
        return inspectProperties(
                values, property -> property.access().readable(), "is write-only, it is never reported");
    }

    /** Checks properties that a platform sets: any of them, none read-only. */
    public Checked inspectSet(Values values) {
        return inspectProperties(values, property -> property.access().writable(), "is read-only, it cannot be set");
    }

    /** Checks an event's output; members may be missing. An unknown event is a violation, and no values are left. */
    public Checked inspectEvent(String event, Values output) {
        EventSpec spec = events.get(event);
        return spec == null
                ? unknown("event", event, events.keySet())
                : FieldChecks.check("", spec.output(), false, output);
    }

    /** Checks a call's arguments, all of which must be there. An unknown service is a violation. */
    public Checked inspectServiceInput(String service, Values input) {
        ServiceSpec spec = services.get(service);
        return spec == null
                ? unknown("service", service, services.keySet())
                : FieldChecks.check("", spec.input(), true, input);
    }

    /** Checks a service's results; some may be missing, as after a failure. An unknown service is a violation. */
    public Checked inspectServiceOutput(String service, Values output) {
        ServiceSpec spec = services.get(service);
        return spec == null
                ? unknown("service", service, services.keySet())
                : FieldChecks.check("", spec.output(), false, output);
    }

    /** As {@link #inspectReport}, or throws. */
    public Values checkReport(Values values) {
        return inspectReport(values).orThrow();
    }

    /** As {@link #inspectSet}, or throws. */
    public Values checkSet(Values values) {
        return inspectSet(values).orThrow();
    }

    /** As {@link #inspectEvent}, or throws. */
    public Values checkEvent(String event, Values output) {
        return inspectEvent(event, output).orThrow();
    }

    /** As {@link #inspectServiceInput}, or throws. */
    public Values checkServiceInput(String service, Values input) {
        return inspectServiceInput(service, input).orThrow();
    }

    /** As {@link #inspectServiceOutput}, or throws. */
    public Values checkServiceOutput(String service, Values output) {
        return inspectServiceOutput(service, output).orThrow();
    }

    private Checked inspectProperties(Values values, Predicate<PropertySpec> accessible, String inaccessible) {
        List<Violation> violations = new ArrayList<>();
        Values.Builder good = Values.builder();
        values.forEach((name, value) -> {
            PropertySpec property = properties.get(name);
            if (property == null) {
                violations.add(unknownName("property", name, properties.keySet()));
            } else if (!accessible.test(property)) {
                violations.add(new Violation(name, inaccessible, ""));
            } else {
                property.type().check(name, value, violations::add).ifPresent(it -> good.put(name, it));
            }
        });
        return new Checked(good.build(), violations);
    }

    private static Checked unknown(String what, String name, Collection<String> known) {
        return new Checked(Values.empty(), List.of(unknownName(what, name, known)));
    }

    private static Violation unknownName(String what, String name, Collection<String> known) {
        return new Violation(name, "is not a known " + what, Names.suggestion(name, known));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ThingModel that
                && properties.equals(that.properties)
                && events.equals(that.events)
                && services.equals(that.services);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * properties.hashCode() + events.hashCode()) + services.hashCode();
    }

    @Override
    public String toString() {
        return "ThingModel[properties=" + properties.keySet() + ", events=" + events.keySet() + ", services="
                + services.keySet() + "]";
    }

    /** Collects declarations in order; the same identifier twice among properties, events or services is refused. */
    public static final class Builder {
        private final Map<String, PropertySpec> properties = new LinkedHashMap<>();
        private final Map<String, EventSpec> events = new LinkedHashMap<>();
        private final Map<String, ServiceSpec> services = new LinkedHashMap<>();

        private Builder() {}

        public Builder property(PropertySpec property) {
            return add(properties, "property", property.identifier(), property);
        }

        public Builder event(EventSpec event) {
            return add(events, "event", event.identifier(), event);
        }

        public Builder service(ServiceSpec service) {
            return add(services, "service", service.identifier(), service);
        }

        private <T> Builder add(Map<String, T> map, String what, String identifier, T declaration) {
            if (map.putIfAbsent(identifier, declaration) != null) {
                throw new IllegalArgumentException("The " + what + " \"" + identifier + "\" is declared twice.");
            }
            return this;
        }

        public ThingModel build() {
            return new ThingModel(this);
        }
    }
}
