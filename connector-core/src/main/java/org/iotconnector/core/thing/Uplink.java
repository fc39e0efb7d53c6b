package org.iotconnector.core.thing;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** What a device says to its platform. */
public sealed interface Uplink extends ThingMessage {

    /**
     * The present state of some properties.
     *
     * @param values at least one property
     * @param time when they were measured; without it the platform takes the time of arrival
     * @param wantReply whether the platform should answer; one that cannot be told ignores this
     */
    record PropertyReport(Values values, Optional<Instant> time, boolean wantReply) implements Uplink {
        public PropertyReport {
            if (values.isEmpty()) {
                throw new IllegalArgumentException("A property report needs at least one property.");
            }
        }

        /** A report of now that asks for a reply. */
        public static PropertyReport of(Values values) {
            return new PropertyReport(values, Optional.empty(), true);
        }
    }

    /**
     * Something happened.
     *
     * @param event the event's identifier
     * @param output its details; may be empty
     * @param time when; without it the platform takes the time of arrival
     * @param wantReply whether the platform should answer; one that cannot be told ignores this
     */
    record EventReport(String event, Values output, Optional<Instant> time, boolean wantReply) implements Uplink {
        public EventReport {
            Names.check(event);
        }

        /** An event of now that asks for a reply. */
        public static EventReport of(String event, Values output) {
            return new EventReport(event, output, Optional.empty(), true);
        }
    }

    /**
     * The device's answer to {@link Downlink.PropertySet}.
     *
     * @param to the address that came with the request
     * @param code 200 for success; other codes as the platform defines them for devices
     * @param message a reason for people; may be empty
     */
    record SetReply(ReplyAddress to, int code, String message) implements Uplink {}

    /**
     * The device's answer to {@link Downlink.PropertyGet} and {@link Downlink.ServiceCall}.
     *
     * @param to the address that came with the request
     * @param code 200 for success; other codes as the platform defines them for devices
     * @param message a reason for people; may be empty
     * @param output the service's results, or the properties asked for; may be empty
     */
    record ServiceReply(ReplyAddress to, int code, String message, Values output) implements Uplink {}

    /**
     * Asks for the values that the platform wants some properties to have; the answer is
     * {@link Downlink.DesiredValues}.
     *
     * @param properties identifiers; empty asks for all where the platform can
     */
    record DesiredQuery(List<String> properties) implements Uplink {
        public DesiredQuery {
            properties = List.copyOf(properties);
        }
    }

    /**
     * Clears desired values.
     *
     * @param versions identifier to the version that is to be cleared; with no version it is cleared whatever version
     *     it has. At least one; order kept
     */
    record DesiredDelete(Map<String, OptionalLong> versions) implements Uplink {
        public DesiredDelete {
            if (versions.isEmpty()) {
                throw new IllegalArgumentException("Deleting desired values needs at least one property.");
            }
            versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
        }
    }

    /** Several values over time in one message; they count as the present state, as single reports would. */
    record BatchReport(Backlog backlog) implements Uplink {
        public BatchReport {
            requireContent(backlog);
        }
    }

    /** Values of the past, handed in later; they do not change the present state. */
    record HistoryReport(Backlog backlog) implements Uplink {
        public HistoryReport {
            requireContent(backlog);
        }
    }

    /** Bytes in the device's own form, for a script on the platform to translate. */
    record RawReport(Bytes payload) implements Uplink {
        public RawReport {
            Objects.requireNonNull(payload, "payload");
        }
    }

    /** The device's answer, in its own form, to {@link Downlink.RawCommand}. */
    record RawReply(ReplyAddress to, Bytes payload) implements Uplink {}

    /**
     * Whether it tells the platform something that has happened, so that it is worth the same after a restart of the device's
     * program: reports, events, batches, histories and raw reports; not answers and questions.
     */
    default boolean isNews() {
        return match(
                report -> true,
                event -> true,
                reply -> false,
                reply -> false,
                query -> false,
                delete -> false,
                batch -> true,
                history -> true,
                raw -> true,
                reply -> false);
    }

    /** The same as a report of the past, measured at {@code now} if it has no time; empty for what has no such form. */
    default Optional<Uplink> asHistory(Instant now) {
        Backlog.Builder backlog = Backlog.builder();
        if (this instanceof PropertyReport report) {
            backlog.values(report.time().orElse(now), report.values());
        } else if (this instanceof EventReport event) {
            backlog.event(event.time().orElse(now), event.event(), event.output());
        } else {
            return Optional.empty();
        }
        return Optional.of(new HistoryReport(backlog.build()));
    }

    /** Calls the one function that fits this message's case and returns what it returns. */
    default <R> R match(
            Function<? super PropertyReport, ? extends R> propertyReport,
            Function<? super EventReport, ? extends R> eventReport,
            Function<? super SetReply, ? extends R> setReply,
            Function<? super ServiceReply, ? extends R> serviceReply,
            Function<? super DesiredQuery, ? extends R> desiredQuery,
            Function<? super DesiredDelete, ? extends R> desiredDelete,
            Function<? super BatchReport, ? extends R> batchReport,
            Function<? super HistoryReport, ? extends R> historyReport,
            Function<? super RawReport, ? extends R> rawReport,
            Function<? super RawReply, ? extends R> rawReply) {
        if (this instanceof PropertyReport it) {
            return propertyReport.apply(it);
        } else if (this instanceof EventReport it) {
            return eventReport.apply(it);
        } else if (this instanceof SetReply it) {
            return setReply.apply(it);
        } else if (this instanceof ServiceReply it) {
            return serviceReply.apply(it);
        } else if (this instanceof DesiredQuery it) {
            return desiredQuery.apply(it);
        } else if (this instanceof DesiredDelete it) {
            return desiredDelete.apply(it);
        } else if (this instanceof BatchReport it) {
            return batchReport.apply(it);
        } else if (this instanceof HistoryReport it) {
            return historyReport.apply(it);
        } else if (this instanceof RawReport it) {
            return rawReport.apply(it);
        }
        return rawReply.apply((RawReply) this);
    }

    private static void requireContent(Backlog backlog) {
        if (backlog.isEmpty()) {
            throw new IllegalArgumentException("A backlog to be sent needs at least one value or event.");
        }
    }
}
