package org.iotconnector.onenet.api.push;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.iotconnector.core.thing.Values;

/**
 * One thing that happened, whichever way the platform told it. The platform documents its messages in part only, so
 * whatever has another form than the documented one arrives as {@link Other}, and nothing is lost. Immutable.
 */
public sealed interface PlatformEvent {
    /** Of which device it tells. */
    EventDevice device();

    /**
     * A device came, went, was created or deleted.
     *
     * @param status the platform's word: {@code online}, {@code offline}, {@code created}, {@code deleted}
     * @param time when; empty if the message says nothing
     */
    record LifeCycle(EventDevice device, String status, Optional<Instant> time) implements PlatformEvent {
        public boolean isOnline() {
            return status.equals("online");
        }
    }

    /**
     * A device reported properties.
     *
     * @param properties by identifier, in the order of the message; unmodifiable
     */
    record PropertyReport(EventDevice device, Map<String, Sample> properties) implements PlatformEvent {
        public PropertyReport {
            properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        }
    }

    /**
     * A device reported an event of its thing model. A message that holds several becomes as many of these.
     *
     * @param type {@code info}, {@code alert} or {@code error}; empty if the message does not say
     */
    record EventReport(
            EventDevice device, String identifier, Optional<String> type, Values output, Optional<Instant> time)
            implements PlatformEvent {}

    /**
     * A device answered an asynchronous service call.
     *
     * @param id that of the call
     * @param code the device's code, 200 for success
     * @param text the device's text; may be empty
     * @param time when the answer came; empty if the message says nothing
     */
    record ServiceReply(
            EventDevice device,
            String id,
            String identifier,
            int code,
            String text,
            Values output,
            Optional<Instant> time)
            implements PlatformEvent {}

    /**
     * A device uploaded a data point.
     *
     * @param stream the data stream's id
     */
    record DataPoint(EventDevice device, String stream, Sample sample) implements PlatformEvent {}

    /**
     * A device of the first generation answered a command.
     *
     * @param commandId as the platform gave it to whoever sent the command
     * @param body the whole message
     */
    record CommandReply(EventDevice device, String commandId, Values body) implements PlatformEvent {}

    /**
     * Anything else: a kind that is not documented, or a documented one of another form.
     *
     * @param kind the platform's word for the kind; empty if there is none
     * @param body the whole message
     */
    record Other(EventDevice device, String kind, Values body) implements PlatformEvent {}

    /** Calls the one function that fits this event's case and returns what it returns. */
    default <R> R match(
            Function<? super LifeCycle, ? extends R> lifeCycle,
            Function<? super PropertyReport, ? extends R> propertyReport,
            Function<? super EventReport, ? extends R> eventReport,
            Function<? super ServiceReply, ? extends R> serviceReply,
            Function<? super DataPoint, ? extends R> dataPoint,
            Function<? super CommandReply, ? extends R> commandReply,
            Function<? super Other, ? extends R> other) {
        if (this instanceof LifeCycle it) {
            return lifeCycle.apply(it);
        } else if (this instanceof PropertyReport it) {
            return propertyReport.apply(it);
        } else if (this instanceof EventReport it) {
            return eventReport.apply(it);
        } else if (this instanceof ServiceReply it) {
            return serviceReply.apply(it);
        } else if (this instanceof DataPoint it) {
            return dataPoint.apply(it);
        } else if (this instanceof CommandReply it) {
            return commandReply.apply(it);
        }
        return other.apply((Other) this);
    }
}
