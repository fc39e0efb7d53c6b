package org.iotconnector.core.internal.session;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.Silence;

/**
 * Finds a connection that is dead without having ended: the server's machine has gone, or something on the way swallows what
 * is sent. The transport asks a silent server for an answer (PINGREQ) after one keep alive at the latest; when half a keep
 * alive later not a byte has come, the connection is dead. So it is found within one and a half keep alives after the last
 * byte, and a server that has not been asked is never given up. Lives on the session's mailbox.
 */
final class LivenessWatch {
    /** Taken off both limits, so that they are kept although a timer comes late. */
    private static final Duration MARGIN = Duration.ofMillis(100);

    private final SessionTimers timers;
    private final Supplier<Optional<Silence>> silence;
    private Duration keepAlive = Duration.ZERO;
    private String server = "";

    LivenessWatch(SessionTimers timers, Supplier<Optional<Silence>> silence) {
        this.timers = timers;
        this.silence = silence;
    }

    /** What holds for the connection that is going to be made; a keep alive of zero switches the watch off. */
    void prepare(Duration connectionKeepAlive, String connectionServer) {
        keepAlive = connectionKeepAlive;
        server = connectionServer;
    }

    /** The connection is made; {@code dead} gets the reason when it is to be given up. */
    void start(Consumer<Failure> dead) {
        if (!keepAlive.isZero()) {
            look(dead);
        }
    }

    private void look(Consumer<Failure> dead) {
        Silence now = silence.get().orElse(new Silence(Duration.ZERO, Optional.empty()));
        Duration left = left(now);
        if (left.isNegative() || left.isZero()) {
            dead.accept(failure(now.sinceInbound()));
        } else {
            timers.liveness(left, () -> look(dead));
        }
    }

    private Duration left(Silence now) {
        Duration half = keepAlive.dividedBy(2);
        Duration silent = keepAlive.plus(half).minus(MARGIN).minus(now.sinceInbound());
        Duration unanswered = half.minus(MARGIN).minus(now.sinceAsked().orElse(Duration.ZERO));
        return silent.compareTo(unanswered) > 0 ? silent : unanswered;
    }

    private Failure failure(Duration silent) {
        return Failure.of(
                FailureKind.TIMEOUT,
                "Nothing has come from " + server + " for " + silent.toMillis() / 1000.0
                        + " s, not even the answer to a ping; the connection is dead.",
                "If this comes again and again, set a keepAlive shorter than the time after which a router on the way forgets"
                        + " silent connections.",
                null);
    }
}
