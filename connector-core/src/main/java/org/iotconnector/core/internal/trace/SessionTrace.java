package org.iotconnector.core.internal.trace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.MqttTransport;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SessionState;
import org.iotconnector.core.session.TimeSource;
import org.iotconnector.core.spi.Quotas.Counted;
import org.iotconnector.core.spi.Quotas.Rate;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a session goes through, without any secret and without payloads. {@code >} is what leaves, {@code <}
 * what comes, {@code !} what is lost, {@code *} a state, {@code @} a timer. Does nothing unless the options name a
 * directory. Thread-safe.
 */
public final class SessionTrace {
    private final @Nullable TraceFile file;
    private final TimeSource time;
    private final long start;
    private Redaction redaction = Redaction.NONE;

    private SessionTrace(@Nullable TraceFile file, TimeSource time) {
        this.file = file;
        this.time = time;
        this.start = time.nanoTime();
    }

    /** The trace that the session's options ask for, if any. */
    public static SessionTrace of(SessionConfig config, TimeSource time) {
        Optional<Path> directory = config.options().traceDirectory();
        return new SessionTrace(
                directory
                        .map(place -> new TraceFile(place, config.name(), time, header(config)))
                        .orElse(null),
                time);
    }

    /** A trace that writes nothing. */
    public static SessionTrace off(TimeSource time) {
        return new SessionTrace(null, time);
    }

    /** What a replay needs to know of the session, in the words of fault scripts. */
    private static List<String> header(SessionConfig config) {
        List<String> lines = new ArrayList<>();
        int window = Math.min(config.options().inFlightWindow(), config.quotas().maxInFlight());
        lines.add("with window " + window);
        lines.add("with connect timeout " + text(config.options().connectTimeout()));
        lines.add("with close timeout " + text(config.options().closeTimeout()));
        lines.add("with " + config.quotas().maxFiltersPerSubscribe() + " filters per SUBSCRIBE");
        int refusals = config.options().reconnect().stopAfterRefusals();
        if (refusals > 0) {
            lines.add("with a stop after " + refusals + " refusals");
        }
        if (config.options().pacing()) {
            for (Rate rate : config.quotas().rates()) {
                if (rate.counted() == Counted.CONNECT) {
                    lines.add("with at most " + rate.permits() + " connects in " + text(rate.period()));
                }
            }
        }
        return lines;
    }

    /** A transport that does what {@code transport} does and is traced. */
    public MqttTransport around(MqttTransport transport) {
        return file == null ? transport : new TracedTransport(transport, this);
    }

    /** The session's state has become {@code state}. */
    public void state(SessionState state) {
        if (file != null) {
            String why =
                    state.failure().map(failure -> "(" + failure.kind() + ")").orElse("");
            String wait = state.retryIn().map(delay -> " for " + text(delay)).orElse("");
            String count = state.failures() == 0 ? "" : " failures " + state.failures();
            line('*', state.phase() + why + wait + count);
            if (state.phase() == SessionPhase.CLOSED) {
                file.close();
            }
        }
    }

    /** A timer of the session has run out. */
    public void timer(String name) {
        line('@', name);
    }

    /** From now on the credentials of this attempt show nowhere. */
    synchronized void redact(ConnectParameters parameters) {
        redaction = Redaction.of(parameters);
    }

    /** How long until {@code parameters} end, if they do. */
    Optional<Duration> life(ConnectParameters parameters) {
        return parameters
                .validUntil()
                .map(end -> Duration.between(time.now(), end))
                .filter(life -> !life.isNegative());
    }

    /** A topic, filter or identifier as a trace shows it. */
    synchronized String word(String text) {
        return redaction.apply(text);
    }

    synchronized void line(char direction, String text) {
        TraceFile open = file;
        if (open != null) {
            double seconds = (time.nanoTime() - start) / 1e9;
            open.write(String.format(Locale.ROOT, "%10.3f %c %s", seconds, direction, text));
        }
    }

    static String describe(Failure failure) {
        return failure.kind()
                + failure.code().map(code -> " code " + code).orElse("")
                + failure.retryAfter().map(wait -> " retry after " + text(wait)).orElse("");
    }

    /** Whole seconds where it is, else milliseconds. */
    static String text(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1_000 == 0 && millis > 0 ? millis / 1_000 + " s" : millis + " ms";
    }
}
