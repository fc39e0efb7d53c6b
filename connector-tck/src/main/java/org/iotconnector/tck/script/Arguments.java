package org.iotconnector.tck.script;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.SessionPhase;

/** The values of a statement, by the names of its form. */
record Arguments(Map<String, String> values) {
    Arguments {
        values = Map.copyOf(values);
    }

    /** Whether an optional part of this text is there. */
    boolean has(String option) {
        return values.containsKey(option);
    }

    String text(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int number(String name) {
        return Integer.parseInt(text(name));
    }

    int number(String name, int otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    double decimal(String name) {
        return Double.parseDouble(text(name));
    }

    Optional<Integer> maybeNumber(String name) {
        return has(name) ? Optional.of(number(name)) : Optional.empty();
    }

    QualityOfService qos(String name) {
        return QualityOfService.ofLevel(number(name, 1));
    }

    FailureKind kind(String name) {
        return FailureKind.valueOf(text(name));
    }

    SessionPhase phase(String name) {
        return SessionPhase.valueOf(text(name));
    }

    List<String> words(String name) {
        return List.of(text(name).split(" ", -1));
    }

    Duration duration(String name) {
        return Durations.read(text(name));
    }

    Duration duration(String name, Duration otherwise) {
        return has(name) ? duration(name) : otherwise;
    }

    Optional<Duration> maybeDuration(String name) {
        return has(name) ? Optional.of(duration(name)) : Optional.empty();
    }

    /** Durations as scripts write them. */
    static final class Durations {
        private Durations() {}

        static Duration read(String text) {
            int space = text.indexOf(' ');
            long unit = switch (text.substring(space + 1)) {
                case "ms" -> 1_000_000L;
                case "s" -> 1_000_000_000L;
                case "min" -> 60_000_000_000L;
                default -> 3_600_000_000_000L;
            };
            return Duration.ofNanos(new BigDecimal(text.substring(0, space))
                    .multiply(BigDecimal.valueOf(unit))
                    .longValue());
        }

        static String write(Duration duration) {
            long millis = duration.toMillis();
            if (millis % 1_000 != 0 || millis == 0) {
                return millis + " ms";
            }
            return millis / 1_000 + " s";
        }
    }
}
