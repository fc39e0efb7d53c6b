package org.iotconnector.core;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.outbox.DeliveryOutcome;

/**
 * What becomes of one report or publication. Two results are kept apart: the server has taken the message
 * ({@link #acknowledged}), and the platform has answered it ({@link #replied}). Thread-safe; futures complete on a
 * handler thread, never on the thread that reads the network. Cancelling one of them takes nothing back: the message goes
 * its way and is accounted for; only whoever waits for this delivery is told otherwise.
 */
public interface Delivery {
    /**
     * Completes when the server has taken every message this delivery consists of; exceptionally with
     * {@link DeliveryException} when one of them ended otherwise.
     */
    CompletableFuture<Void> acknowledged();

    /**
     * Completes when the delivery no longer depends on this process: with a durable outbox as soon as every message is in
     * its store, where it stays until it has ended, or when the server has acknowledged it before; without one, or for a
     * message that is not kept, as {@link #acknowledged} does. Exceptionally: {@link OutboxStoreException} when a message
     * could not be stored; it is still sent while this process runs.
     */
    default CompletableFuture<Void> stored() {
        return acknowledged();
    }

    /**
     * Completes with the platform's answer. On a platform that does not answer, or when no answer was asked for, it
     * completes with {@link Reply#none()} upon acknowledgement. Exceptionally: {@link PlatformRejectedException} when
     * the answer is an error, {@link ReplyTimeoutException} when none came in time, {@link DeliveryException} when the
     * message was not delivered.
     */
    CompletableFuture<Reply> replied();

    /** How it ended; empty while it is on its way. Of several messages the first that was not acknowledged counts. */
    Optional<DeliveryOutcome> outcome();
}
