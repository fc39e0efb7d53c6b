package org.iotconnector.simulator.internal.broker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.iotconnector.simulator.internal.time.SimulatorLoop;

/** Reports silence of one and a half times the keep-alive. MQTT 3.1.1 section 3.1.2.10. */
final class KeepAliveWatch {
    private final SimulatorLoop loop;
    private final Clock clock;
    private final Duration limit;
    private final Runnable onSilence;
    private Instant lastHeard;
    private Runnable cancel = () -> {};

    KeepAliveWatch(SimulatorLoop loop, int keepAliveSeconds, Runnable onSilence) {
        this.loop = loop;
        this.clock = loop.clock();
        this.limit = Duration.ofMillis(keepAliveSeconds * 1500L);
        this.onSilence = onSilence;
        this.lastHeard = clock.instant();
    }

    void start() {
        if (!limit.isZero()) {
            cancel = loop.schedule(limit, this::check);
        }
    }

    /** A packet has come. */
    void heard() {
        lastHeard = clock.instant();
    }

    void stop() {
        cancel.run();
    }

    private void check() {
        Duration left = limit.minus(Duration.between(lastHeard, clock.instant()));
        if (left.isNegative() || left.isZero()) {
            onSilence.run();
        } else {
            cancel = loop.schedule(left, this::check);
        }
    }
}
