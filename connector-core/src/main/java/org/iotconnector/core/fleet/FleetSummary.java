package org.iotconnector.core.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.core.Device;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SessionState;

/**
 * How many devices stand where, at one time.
 *
 * @param devices how many there are
 * @param phases how many are in which phase, without those that have none
 * @param failures why devices are not connected or are deaf, the most frequent first
 */
public record FleetSummary(int devices, Map<SessionPhase, Integer> phases, List<Failing> failures) {
    public FleetSummary {
        phases = Collections.unmodifiableMap(new EnumMap<>(phases));
        failures = List.copyOf(failures);
    }

    /**
     * Devices that have the same kind of failure now.
     *
     * @param kind what they have in common
     * @param devices how many there are
     * @param device the name of one of them
     * @param failure that one's failure, with the advice that mends it
     */
    public record Failing(FailureKind kind, int devices, String device, Failure failure) {
        private Failing andOneMore() {
            return new Failing(kind, devices + 1, device, failure);
        }
    }

    static FleetSummary of(Collection<Device> devices) {
        Map<SessionPhase, Integer> phases = new EnumMap<>(SessionPhase.class);
        Map<FailureKind, Failing> failures = new EnumMap<>(FailureKind.class);
        for (Device device : devices) {
            SessionState state = device.session().state();
            phases.merge(state.phase(), 1, Integer::sum);
            state.failure()
                    .ifPresent(failure -> failures.merge(
                            failure.kind(),
                            new Failing(failure.kind(), 1, device.id(), failure),
                            (known, same) -> known.andOneMore()));
        }
        List<Failing> frequentFirst = new ArrayList<>(failures.values());
        frequentFirst.sort(Comparator.comparingInt(Failing::devices).reversed());
        return new FleetSummary(devices.size(), Map.copyOf(phases), frequentFirst);
    }

    /** How many are in {@code phase}. */
    public int count(SessionPhase phase) {
        return phases.getOrDefault(phase, 0);
    }

    /** How many are online. */
    public int online() {
        return count(SessionPhase.ONLINE);
    }

    /** One line: {@code 3 devices: 2 ONLINE, 1 WAITING (1 CREDENTIAL_REFUSED)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(devices).append(devices == 1 ? " device" : " devices");
        String separator = ": ";
        for (Map.Entry<SessionPhase, Integer> entry : phases.entrySet()) {
            text.append(separator).append(entry.getValue()).append(' ').append(entry.getKey());
            separator = ", ";
        }
        separator = " (";
        for (Failing failing : failures) {
            text.append(separator).append(failing.devices()).append(' ').append(failing.kind());
            separator = ", ";
        }
        return failures.isEmpty() ? text.toString() : text.append(')').toString();
    }
}
