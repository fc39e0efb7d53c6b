package org.iotconnector.core.internal.outbox;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.iotconnector.core.OutboxStoreException;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.session.Publication;

/** One message on its way; its mutable fields are guarded by the outbox's lock, but where they say otherwise. */
public final class OutboxEntry {
    /** Is told, outside every lock, what becomes of the message. Must not block or throw. */
    @FunctionalInterface
    public interface Listener {
        /** The message goes on the wire now; again after every connection that was lost before it was acknowledged. */
        default void onSend() {}

        /**
         * The message is in a durable outbox's store, or was acknowledged before it had to be; or why it is not. Told at most
         * once, and only for messages that are to be kept.
         */
        default void onStored(Optional<OutboxStoreException> failure) {}

        /** The message has ended, which is told once, as {@code outcome}; {@code detail} says why, empty when there is nothing to add. */
        void onEnd(DeliveryOutcome outcome, String detail);
    }

    enum State {
        NEW,
        WAITING,
        IN_FLIGHT,
        ENDED
    }

    /** Which messages overtake which. */
    public enum Rank {
        /** An answer that the platform waits for: it overtakes all others. */
        URGENT,
        /** In the order of acceptance. */
        USUAL,
        /** Of the past: sent when nothing else waits. */
        BACKLOG
    }

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Publication publication;
    private final String source;
    private final Set<String> keys;
    private final Rank rank;
    private final int cost;
    private final Listener listener;

    State state = State.NEW;
    long sequence;
    private long acceptedAt;
    private long maxAge;
    // These two belong to the session's sender alone.
    private long sentAt;
    private int drops;

    /**
     * A message to send.
     *
     * @param source who reports, for {@link org.iotconnector.core.outbox.OverflowPolicy#KEEP_LAST}
     * @param keys the properties it holds; empty when it can never be replaced by a newer message
     * @param rank whether it overtakes others, or others it
     * @param cost how many permits of the platform's rates it takes
     */
    public OutboxEntry(
            Publication publication, String source, Set<String> keys, Rank rank, int cost, Listener listener) {
        this.publication = publication;
        this.source = source;
        this.keys = keys;
        this.rank = rank;
        this.cost = cost;
        this.listener = listener;
    }

    /** A message of {@link Rank#URGENT} or {@link Rank#USUAL}. */
    public OutboxEntry(
            Publication publication, String source, Set<String> keys, boolean urgent, int cost, Listener listener) {
        this(publication, source, keys, urgent ? Rank.URGENT : Rank.USUAL, cost, listener);
    }

    /** The message as it was accepted. */
    public Publication publication() {
        return publication;
    }

    /** The message as it is sent at {@code now}: its expiry is what the wait has left of it, at least a second. */
    public Publication publicationAt(long now) {
        Duration expiry = publication.properties().messageExpiry().orElse(null);
        if (expiry == null) {
            return publication;
        }
        Duration left = expiry.minusNanos(now - acceptedAt);
        return publication.with(publication.properties().withMessageExpiry(left.compareTo(SECOND) < 0 ? SECOND : left));
    }

    /** It is the outbox's from now on, for at most {@code limit}, or as long as it is worth delivering. */
    void accept(long now, long limit) {
        acceptedAt = now;
        maxAge = publication
                .properties()
                .messageExpiry()
                .map(expiry -> Math.min(limit, TimeUnit.NANOSECONDS.convert(expiry)))
                .orElse(limit);
    }

    /** How long it may wait. */
    long maxAge() {
        return maxAge;
    }

    boolean isExpired(long now) {
        return now - acceptedAt >= maxAge;
    }

    long nanosLeft(long now) {
        return Math.max(0, acceptedAt + maxAge - now);
    }

    /** Whether {@code newer} holds everything this one says. */
    boolean isReplacedBy(OutboxEntry newer) {
        return !keys.isEmpty() && source.equals(newer.source) && newer.keys.containsAll(keys);
    }

    String source() {
        return source;
    }

    Rank rank() {
        return rank;
    }

    /** How many permits of the platform's rates it takes. */
    public int cost() {
        return cost;
    }

    /** When it was sent last. */
    public long sentAt() {
        return sentAt;
    }

    /** Notes when it is sent. */
    public void sentAt(long now) {
        sentAt = now;
    }

    /** How often the connection was lost right after it was sent. */
    public int drops() {
        return drops;
    }

    /** Notes how often the connection was lost right after it was sent. */
    public void drops(int count) {
        drops = count;
    }

    /** Tells the listener that it goes on the wire. */
    public void sending() {
        listener.onSend();
    }

    long bytes() {
        return publication.payload().length()
                + (long) publication.topic().text().length()
                + publication.properties().size();
    }

    void end(DeliveryOutcome outcome, String detail) {
        listener.onEnd(outcome, detail);
    }
}
