package org.iotconnector.simulator.internal.broker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.iotconnector.simulator.Fault;
import org.jspecify.annotations.Nullable;

/** The armed faults of one platform. A device's own faults strike before the platform's, older ones first. */
final class FaultBoard {
    private final List<Armed> armed = new ArrayList<>();
    private final Clock clock;

    FaultBoard(Clock clock) {
        this.clock = clock;
    }

    /** Arms a fault for a device, or for all with null. */
    void arm(@Nullable String device, Fault fault) {
        armed.add(new Armed(device, fault, clock.instant()));
    }

    void clear() {
        armed.clear();
    }

    /** Uses up one strike of the first fault of this type that concerns the device, which may be unknown. */
    <F extends Fault> Optional<F> take(Class<F> type, @Nullable String device) {
        return take(type, device, any -> true);
    }

    /** As {@link #take(Class, String)}, of those faults that also meet a condition. */
    <F extends Fault> Optional<F> take(Class<F> type, @Nullable String device, Predicate<F> condition) {
        Optional<Armed> found = find(fault -> type.isInstance(fault) && condition.test(type.cast(fault)), device);
        found.ifPresent(this::strike);
        return found.map(entry -> type.cast(entry.fault));
    }

    /** Counts one PUBLISH of the device; true when the connection has to be cut now. */
    boolean cutsPublish(String device) {
        Optional<Armed> found = find(Fault.DropOnPublish.class::isInstance, device);
        if (found.isEmpty()) {
            return false;
        }
        Armed entry = found.get();
        entry.publishes++;
        if (entry.publishes < ((Fault.DropOnPublish) entry.fault).nth()) {
            return false;
        }
        entry.publishes = 0;
        strike(entry);
        return true;
    }

    /** How long connections of this device still have to stall; zero when they need not. */
    Duration stallLeft(@Nullable String device) {
        Instant now = clock.instant();
        armed.removeIf(entry -> entry.fault instanceof Fault.Stall stall
                && !entry.since.plus(stall.duration()).isAfter(now));
        return find(Fault.Stall.class::isInstance, device)
                .map(entry -> Duration.between(now, entry.since.plus(((Fault.Stall) entry.fault).duration())))
                .orElse(Duration.ZERO);
    }

    private Optional<Armed> find(Predicate<Fault> wanted, @Nullable String device) {
        Optional<Armed> own = armed.stream()
                .filter(entry -> wanted.test(entry.fault) && entry.device != null && entry.device.equals(device))
                .findFirst();
        return own.or(() -> armed.stream()
                .filter(entry -> wanted.test(entry.fault) && entry.device == null)
                .findFirst());
    }

    private void strike(Armed entry) {
        if (entry.fault.times() != Fault.ALWAYS && ++entry.strikes >= entry.fault.times()) {
            armed.remove(entry);
        }
    }

    private static final class Armed {
        private final @Nullable String device;
        private final Fault fault;
        private final Instant since;
        private int strikes;
        private int publishes;

        Armed(@Nullable String device, Fault fault, Instant since) {
            this.device = device;
            this.fault = fault;
            this.since = since;
        }
    }
}
