package org.iotconnector.core.thing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device measured and saw over time, each entry with its own time, in the order in which it was added.
 * Immutable; equal by content.
 */
public final class Backlog {
    private final List<TimedValues> values;
    private final List<TimedEvent> events;

    private Backlog(List<TimedValues> values, List<TimedEvent> events) {
        this.values = List.copyOf(values);
        this.events = List.copyOf(events);
    }

    /** Properties as they were at one moment; at least one. */
    public record TimedValues(Instant time, Values values) {
        public TimedValues {
            if (values.isEmpty()) {
                throw new IllegalArgumentException("An entry of a backlog needs at least one property.");
            }
        }
    }

    /** An event that happened at one moment; {@code output} may be empty. */
    public record TimedEvent(Instant time, String event, Values output) {
        public TimedEvent {
            Names.check(event);
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    public List<TimedValues> values() {
        return values;
    }

    public List<TimedEvent> events() {
        return events;
    }

    public boolean isEmpty() {
        return values.isEmpty() && events.isEmpty();
    }

    /** How many entries there are, values and events together. */
    public int size() {
        return values.size() + events.size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Backlog that && values.equals(that.values) && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return 31 * values.hashCode() + events.hashCode();
    }

    @Override
    public String toString() {
        return "Backlog[values=" + values.size() + ", events=" + events.size() + "]";
    }

    /** Collects entries. Not thread-safe. */
    public static final class Builder {
        private final List<TimedValues> values = new ArrayList<>();
        private final List<TimedEvent> events = new ArrayList<>();

        private Builder() {}

        /** Adds properties as they were at {@code time}. */
        public Builder values(Instant time, Values values) {
            this.values.add(new TimedValues(time, values));
            return this;
        }

        /** Adds an event that happened at {@code time}. */
        public Builder event(Instant time, String event, Values output) {
            events.add(new TimedEvent(time, event, output));
            return this;
        }

        public Backlog build() {
            return new Backlog(values, events);
        }
    }
}
