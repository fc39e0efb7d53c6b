package org.iotconnector.core.internal.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.session.TimeSource;
import org.iotconnector.core.tls.TlsEnd;

/**
 * Warns while there is time: of the root certificate or client certificate that the connection stands on and that ends soon, even if
 * the connection itself lasts for months. Lives on the session's mailbox.
 */
final class EndWatch {
    /** Time to order, test and roll out a new certificate. */
    static final Duration NOTICE = Duration.ofDays(90);

    private final TimeSource time;
    private final Runnable due;
    private List<TlsEnd> ends = List.of();
    private Registration timer = () -> {};

    /** Runs {@code due}, on any thread, when there is something new to warn of. */
    EndWatch(TimeSource time, Runnable due) {
        this.time = time;
        this.due = due;
    }

    /** A new connection stands on these. */
    void onTrusted(List<TlsEnd> newEnds) {
        ends = List.copyOf(newEnds);
        timer.close();
        Instant now = time.now();
        timer = ends.stream()
                .map(end -> Duration.between(now, end.at().minus(NOTICE)))
                .filter(left -> !left.isNegative())
                .min(Comparator.naturalOrder())
                .map(left -> time.schedule(left.plusMillis(1), due))
                .orElse(() -> {});
    }

    /** What ends first, if it ends soon. */
    Optional<Failure> warning() {
        Instant soon = time.now().plus(NOTICE);
        return ends.stream()
                .filter(end -> end.at().isBefore(soon))
                .min(Comparator.comparing(TlsEnd::at))
                .map(end -> Failure.of(FailureKind.TLS, end.message(), end.advice(), null));
    }

    void close() {
        timer.close();
    }
}
