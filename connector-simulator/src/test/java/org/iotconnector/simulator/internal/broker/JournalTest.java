package org.iotconnector.simulator.internal.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.iotconnector.simulator.Disposition;
import org.iotconnector.simulator.ReceivedMessage;
import org.junit.jupiter.api.Test;

class JournalTest {
    private final Journal journal = new Journal();

    @Test
    void record_moreThanItKeeps_forgetsTheOldestAndGoesOnCounting() {
        for (int i = 0; i < 50_001; i++) {
            record(1);
        }

        assertThat(journal.since(0)).hasSize(50_000);
        assertThat(journal.since(0).get(0).sequence()).isEqualTo(2);
        assertThat(journal.since(50_000)).extracting(ReceivedMessage::sequence).containsExactly(50_001L);
    }

    @Test
    void record_moreThan64MiB_forgetsTheOldest() {
        for (int i = 0; i < 5; i++) {
            record(16 * 1024 * 1024);
        }

        assertThat(journal.since(0)).extracting(ReceivedMessage::sequence).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void awaitMessage_alreadyThere_isReturnedAtOnce() {
        record(1);
        record(2);

        assertThat(journal.awaitMessage(message -> message.size() == 2, Duration.ZERO)
                        .sequence())
                .isEqualTo(2);
    }

    private void record(int size) {
        journal.record(sequence -> new ReceivedMessage(
                sequence, Instant.EPOCH, "d", "t", new byte[size], 0, false, false, Disposition.ACCEPTED));
    }
}
