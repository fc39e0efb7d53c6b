package org.iotconnector.core.internal.outbox;

import java.util.Optional;
import org.iotconnector.core.OutboxStoreException;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.jspecify.annotations.Nullable;

/** One message that a {@link Journal} keeps; stands between the outbox and whoever waits. State is guarded by the journal. */
public final class Kept implements OutboxEntry.Listener {
    enum State {
        /** Not handed to the journal yet. */
        NEW,
        /** Waits to be written. */
        QUEUED,
        /** Is being written now. */
        WRITING,
        /** In the store. */
        STORED,
        /** Not in the store: never written, or to be removed. */
        GONE
    }

    private final Journal journal;
    private final StoredMessage message;
    private final OutboxEntry.Listener listener;

    State state;
    long id;
    /** Ended while it was being written; how. */
    @Nullable
    DeliveryOutcome endedAs;

    Kept(Journal journal, StoredMessage message, OutboxEntry.Listener listener, State state, long id) {
        this.journal = journal;
        this.message = message;
        this.listener = listener;
        this.state = state;
        this.id = id;
    }

    StoredMessage message() {
        return message;
    }

    /** Hands it to the writer, unless it has ended already. */
    public void store() {
        journal.store(this);
    }

    @Override
    public void onSend() {
        listener.onSend();
    }

    @Override
    public void onStored(Optional<OutboxStoreException> failure) {
        listener.onStored(failure);
    }

    @Override
    public void onEnd(DeliveryOutcome outcome, String detail) {
        journal.ended(this, outcome);
        boolean stays = outcome == DeliveryOutcome.ABANDONED;
        listener.onEnd(outcome, stays ? detail + " What is stored of it is sent again by the next run." : detail);
    }
}
