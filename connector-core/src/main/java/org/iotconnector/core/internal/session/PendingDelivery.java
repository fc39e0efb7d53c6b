package org.iotconnector.core.internal.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.iotconnector.core.ConnectorException;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.DeliveryException;
import org.iotconnector.core.OutboxStoreException;
import org.iotconnector.core.Reply;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.jspecify.annotations.Nullable;

/**
 * One delivery on its way, of one or more messages. Its futures are made when somebody asks for them: most callers never
 * do, and those who do have their continuations run on a handler thread.
 */
public final class PendingDelivery implements Delivery {
    private final Executor handlers;
    private int unacknowledged;
    private int unreplied;
    /** Messages that are not in the durable outbox's store yet; negative when they are not kept there at all. */
    private int unstored;

    private @Nullable OutboxStoreException storeFailure;
    private @Nullable CompletableFuture<Void> stored;
    private @Nullable DeliveryOutcome outcome;
    private String detail = "";
    private Reply reply = Reply.none();
    private @Nullable ConnectorException replyFailure;
    private @Nullable CompletableFuture<Void> acknowledged;
    private @Nullable CompletableFuture<Reply> replied;

    /**
     * A delivery of {@code messages} messages.
     *
     * @param replies how many of them the platform will answer
     */
    public PendingDelivery(int messages, int replies, Executor handlers) {
        this(messages, replies, false, handlers);
    }

    /**
     * A delivery of {@code messages} messages.
     *
     * @param replies how many of them the platform will answer
     * @param kept whether a durable outbox keeps them
     */
    public PendingDelivery(int messages, int replies, boolean kept, Executor handlers) {
        this.unacknowledged = messages;
        this.unreplied = replies;
        this.unstored = kept ? messages : -1;
        this.handlers = handlers;
    }

    /** One message is stored, or could not be. */
    public void onStored(Optional<OutboxStoreException> failure) {
        synchronized (this) {
            unstored--;
            storeFailure = storeFailure == null ? failure.orElse(null) : storeFailure;
        }
        settle();
    }

    /** One message has ended. */
    public void onEnd(DeliveryOutcome ended, String why) {
        synchronized (this) {
            unacknowledged--;
            if (ended != DeliveryOutcome.ACKNOWLEDGED && (outcome == null || outcome == DeliveryOutcome.ACKNOWLEDGED)) {
                outcome = ended;
                detail = why;
            } else if (unacknowledged == 0 && outcome == null) {
                outcome = DeliveryOutcome.ACKNOWLEDGED;
            }
        }
        settle();
    }

    /** The platform has answered one message with success. */
    public void onReply(Reply answer) {
        synchronized (this) {
            unreplied--;
            reply = answer;
        }
        settle();
    }

    /** One message will get no good answer. */
    public void onReplyFailure(ConnectorException failure) {
        synchronized (this) {
            unreplied--;
            replyFailure = replyFailure == null ? failure : replyFailure;
        }
        settle();
    }

    @Override
    public CompletableFuture<Void> acknowledged() {
        CompletableFuture<Void> future;
        synchronized (this) {
            future = acknowledged;
            if (future == null) {
                future = new CompletableFuture<>();
                acknowledged = future;
            }
        }
        settle();
        return future;
    }

    @Override
    public CompletableFuture<Void> stored() {
        CompletableFuture<Void> future;
        synchronized (this) {
            if (unstored < 0) {
                return acknowledged();
            }
            future = stored;
            if (future == null) {
                future = new CompletableFuture<>();
                stored = future;
            }
        }
        settle();
        return future;
    }

    @Override
    public CompletableFuture<Reply> replied() {
        CompletableFuture<Reply> future;
        synchronized (this) {
            future = replied;
            if (future == null) {
                future = new CompletableFuture<>();
                replied = future;
            }
        }
        settle();
        return future;
    }

    @Override
    public synchronized Optional<DeliveryOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    private void settle() {
        Runnable completion;
        synchronized (this) {
            completion = completion();
        }
        if (completion != null) {
            handlers.execute(completion);
        }
    }

    private @Nullable Runnable completion() {
        CompletableFuture<Void> ack = acknowledged;
        CompletableFuture<Reply> rep = replied;
        boolean ackDue = ack != null && !ack.isDone() && outcome != null;
        boolean repDue = rep != null && !rep.isDone() && replyDecided();
        CompletableFuture<Void> sto = stored;
        boolean stoDue = sto != null && !sto.isDone() && (unstored == 0 || storeFailure != null);
        if (!ackDue && !repDue && !stoDue) {
            return null;
        }
        OutboxStoreException notStored = storeFailure;
        ConnectorException undelivered = outcome == null || outcome == DeliveryOutcome.ACKNOWLEDGED
                ? null
                : new DeliveryException(outcome, detail);
        ConnectorException unreplied = replyFailure != null ? replyFailure : undelivered;
        Reply answer = reply;
        return () -> {
            if (stoDue) {
                complete(sto, null, notStored);
            }
            if (ackDue) {
                complete(ack, null, undelivered);
            }
            if (repDue) {
                complete(rep, answer, unreplied);
            }
        };
    }

    /** An answer may overtake the acknowledgement; a failed delivery will get none. */
    private boolean replyDecided() {
        boolean failed = replyFailure != null || (outcome != null && outcome != DeliveryOutcome.ACKNOWLEDGED);
        return failed || (unreplied <= 0 && (outcome != null || reply.fromPlatform()));
    }

    private static <T> void complete(
            @Nullable CompletableFuture<T> future, @Nullable T value, @Nullable ConnectorException failure) {
        if (future == null) {
            return;
        }
        if (failure != null) {
            future.completeExceptionally(failure);
        } else {
            completeValue(future, value);
        }
    }

    @SuppressWarnings("NullAway") // CompletableFuture<Void> completes with null.
    private static <T> void completeValue(CompletableFuture<T> future, @Nullable T value) {
        future.complete(value);
    }
}
