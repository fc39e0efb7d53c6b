package org.iotconnector.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.internal.concurrent.Mailbox;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.Silence;
import org.iotconnector.core.session.VirtualTime;
import org.junit.jupiter.api.Test;

class LivenessWatchTest {
    private final VirtualTime time = VirtualTime.create();
    private final List<Failure> dead = new ArrayList<>();
    private final LivenessWatch watch = new LivenessWatch(
            new SessionTimers(time, new Mailbox(Runnable::run), name -> {}),
            () -> Optional.of(
                    new Silence(Duration.ofNanos(time.nanoTime()), Optional.of(Duration.ofNanos(time.nanoTime())))));

    @Test
    void deadServer_isFoundBeforeOneAndAHalfKeepAlivesAreOver() {
        watch.prepare(Duration.ofSeconds(4), "mqtt://broker.invalid:1883");
        watch.start(dead::add);

        time.advance(Duration.ofMillis(5_899));
        assertThat(dead).isEmpty();
        time.advance(Duration.ofMillis(1));

        assertThat(dead)
                .singleElement()
                .extracting(Failure::message)
                .isEqualTo(
                        "Nothing has come from mqtt://broker.invalid:1883 for 5.9 s, not even the answer to a ping; the"
                                + " connection is dead.");
    }

    @Test
    void keepAliveOfZero_switchesTheWatchOff() {
        watch.prepare(Duration.ZERO, "mqtt://broker.invalid:1883");
        watch.start(dead::add);

        time.advance(Duration.ofDays(1));

        assertThat(dead).isEmpty();
    }
}
