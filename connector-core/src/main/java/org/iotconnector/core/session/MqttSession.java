package org.iotconnector.core.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.outbox.Ledger;
import org.iotconnector.core.outbox.StoreCounts;

/**
 * An MQTT session that lasts: it connects, reconnects with fresh credentials, subscribes again, and accounts for every
 * message. Implemented by this toolkit only, so it may grow. Thread-safe; no method but {@link #receive},
 * {@link #awaitOnline}, {@link #close} and, with the outbox policy BLOCK, {@link #publish} blocks. Futures complete on a
 * handler thread.
 */
public interface MqttSession extends AutoCloseable {
    /** Where the session stands now. */
    SessionState state();

    /** Tells {@code listener} the present state and every later one. */
    Registration onState(SessionListener listener);

    /** Connects, if the session is idle or has stopped; while it waits, tries at once. Returns immediately. */
    void connect();

    /**
     * Waits until the session is {@link SessionPhase#ONLINE}.
     *
     * @throws org.iotconnector.core.AuthenticationException as soon as the server refuses the credentials
     * @throws org.iotconnector.core.ConnectionLostException when {@code timeout} is over, carrying the last failure, or
     *     when the session is closed, or when the thread is interrupted, whose flag stays set
     */
    void awaitOnline(Duration timeout);

    /**
     * Puts a message into the outbox, connected or not. From a handler, a listener or a continuation too, at any depth:
     * whatever follows from it runs later, never inside this call.
     *
     * @return what becomes of it
     * @throws org.iotconnector.core.MappingException when the payload is larger than the platform takes, or when the
     *     platform has no QoS 2 or no retained messages and the message asks for them
     */
    default Delivery publish(Publication publication) {
        return publish(publication, 1);
    }

    /**
     * As {@link #publish(Publication)}, for what a platform counts as more or less than one message.
     *
     * @param permits how many permits of the platform's rates it takes, 0 or more
     */
    Delivery publish(Publication publication, int permits);

    /**
     * Subscribes; from now on the session keeps these subscriptions over every reconnect, until they are given back.
     * Overlapping filters are welcome: a message goes once to each handler of which any filter matches.
     *
     * @return the handle to give the subscriptions back, at once; the server's answer is in its result
     */
    SubscriptionHandle subscribe(List<Subscription> subscriptions, MessageHandler handler);

    /** Subscribes to one filter, at least once. */
    default SubscriptionHandle subscribe(String filter, MessageHandler handler) {
        return subscribe(List.of(Subscription.atLeastOnce(filter)), handler);
    }

    /**
     * Subscribes for {@link #receive} and {@link #poll} instead of a handler, in the manner of {@code umqtt}. At most
     * {@link SessionOptions#inboxLimit()} messages wait; past that QoS 0 messages are dropped and counted.
     */
    SubscriptionHandle subscribe(List<Subscription> subscriptions);

    /** Subscribes to one filter for {@link #receive} and {@link #poll}. */
    default SubscriptionHandle subscribe(String filter) {
        return subscribe(List.of(Subscription.atLeastOnce(filter)));
    }

    /**
     * Waits for the next message of a subscription without handler. Taking a message acknowledges it.
     *
     * @return empty when none came within {@code timeout}, or when the session was closed
     * @throws InterruptedException when the thread is interrupted; no message is lost
     */
    Optional<Message> receive(Duration timeout) throws InterruptedException;

    /** The next message of a subscription without handler if one waits. Taking it acknowledges it. */
    Optional<Message> poll();

    /**
     * Publishes {@code request} and waits for the first message of {@code replies} that {@code isReply} accepts. The
     * subscription is made first when the session does not have it yet, and given back afterwards.
     *
     * @param isReply runs on the thread that reads the network: it must be quick and must not block
     * @return completes exceptionally with {@link org.iotconnector.core.ReplyTimeoutException} after {@code timeout}.
     *     Cancelling it ends the wait and gives the subscription back; the request, once accepted, still goes out
     */
    CompletableFuture<Message> exchange(
            Publication request, Subscription replies, Predicate<Message> isReply, Duration timeout);

    /** What became of every message offered so far. */
    Ledger ledger();

    /** What the durable outbox has done since the session was opened; empty for a session without one. */
    Optional<StoreCounts> storeCounts();

    /** How many received messages were dropped because nobody took them in time, or nobody could read them. */
    long droppedMessages();

    /**
     * Ends the session. Accepted messages are given {@link SessionOptions#closeTimeout()} to be acknowledged while the
     * session is connected; what is left then is abandoned. Idempotent; may be called from anywhere: from a handler, a
     * listener or a continuation it does not wait. It interrupts no handler: one that is at work finishes in peace, and
     * the server delivers its message again, since no acknowledgement can leave any more. What still runs when the
     * connector is closed is interrupted after 5 s.
     */
    @Override
    void close();

    /** Ends the session like {@link #close} without waiting. */
    CompletableFuture<Void> closeAsync();
}
