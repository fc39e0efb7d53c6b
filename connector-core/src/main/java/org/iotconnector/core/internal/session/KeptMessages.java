package org.iotconnector.core.internal.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.iotconnector.core.OutboxStoreException;
import org.iotconnector.core.internal.outbox.Journal;
import org.iotconnector.core.internal.outbox.Kept;
import org.iotconnector.core.internal.outbox.OutboxEntry;
import org.iotconnector.core.internal.outbox.Restored;
import org.iotconnector.core.internal.outbox.StoredMessage;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.outbox.DurableOutbox;
import org.iotconnector.core.outbox.StoreCounts;
import org.iotconnector.core.spi.Outgoing;

/** The durable half of a session's outbox: what it stores of new messages, and those of an earlier run. Thread-safe. */
final class KeptMessages {
    private final DurableOutbox options;
    private final Journal journal;
    private final SessionContext context;

    KeptMessages(DurableOutbox options, Journal journal, SessionContext context) {
        this.options = options;
        this.journal = journal;
        this.context = context;
    }

    boolean asHistory() {
        return options.replay() == DurableOutbox.Replay.LIVE_FIRST;
    }

    /** A message that is stored once {@link Kept#store} is called. */
    Kept keep(Outgoing message, Optional<Outgoing> asHistory, String source, OutboxEntry.Listener listener) {
        return journal.keep(new StoredMessage(context.time().now(), source, message, asHistory), listener);
    }

    /** Sends again what is of no device, and ends what is older than {@code maxAge}. */
    void resumeOwn(Duration maxAge, BiConsumer<OutboxEntry, Duration> restore) {
        Instant oldest = context.time().now().minus(maxAge);
        for (Restored.Entry entry : journal.found()
                .claim(it -> it.source().isEmpty() || !it.acceptedAt().isAfter(oldest))) {
            resume(entry, telling(new PendingDelivery(1, 0, context.completions())), restore);
        }
    }

    /** Sends again what is of {@code source}; who reported it is gone, so that nobody waits for it. */
    void resume(
            String source,
            Function<Outgoing, OutboxEntry.Listener> listeners,
            BiConsumer<OutboxEntry, Duration> restore) {
        for (Restored.Entry entry : journal.found().claim(it -> it.source().equals(source))) {
            resume(entry, listeners.apply(inForm(entry.message())), restore);
        }
    }

    private void resume(
            Restored.Entry entry, OutboxEntry.Listener listener, BiConsumer<OutboxEntry, Duration> restore) {
        StoredMessage message = entry.message();
        Outgoing outgoing = inForm(message);
        OutboxEntry.Rank rank = isHistory(message) ? OutboxEntry.Rank.BACKLOG : OutboxEntry.Rank.USUAL;
        Duration age = Duration.between(message.acceptedAt(), context.time().now());
        restore.accept(
                new OutboxEntry(
                        outgoing.publication(),
                        message.source(),
                        outgoing.properties(),
                        rank,
                        outgoing.cost(),
                        journal.keep(entry, listener)),
                // A clock that was set back must not make it younger than new.
                age.isNegative() ? Duration.ZERO : age);
    }

    private boolean isHistory(StoredMessage message) {
        return asHistory() && message.asHistory().isPresent();
    }

    private Outgoing inForm(StoredMessage message) {
        return isHistory(message) ? message.asHistory().orElseThrow() : message.outgoing();
    }

    StoreCounts counts() {
        return journal.counts();
    }

    /** Writes what is left, closes the store, and then runs {@code after}, on the writer's thread. */
    void close(Runnable after) {
        journal.close(after);
    }

    /** Tells {@code delivery} what becomes of its message. */
    static OutboxEntry.Listener telling(PendingDelivery delivery) {
        return new OutboxEntry.Listener() {
            @Override
            public void onStored(Optional<OutboxStoreException> failure) {
                delivery.onStored(failure);
            }

            @Override
            public void onEnd(DeliveryOutcome outcome, String detail) {
                delivery.onEnd(outcome, detail);
            }
        };
    }
}
