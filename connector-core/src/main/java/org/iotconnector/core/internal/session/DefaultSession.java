package org.iotconnector.core.internal.session;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.iotconnector.core.ConnectionLostException;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.internal.concurrent.HandlerLane;
import org.iotconnector.core.internal.concurrent.SlowHandlerWatch;
import org.iotconnector.core.internal.outbox.Kept;
import org.iotconnector.core.internal.outbox.OutboxEntry;
import org.iotconnector.core.internal.trace.SessionTrace;
import org.iotconnector.core.outbox.Ledger;
import org.iotconnector.core.outbox.StoreCounts;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MessageHandler;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionListener;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SessionState;
import org.iotconnector.core.session.Silence;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.SubscriptionHandle;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Outgoing;
import org.jspecify.annotations.Nullable;

/** The session as its user sees it, over the {@link SessionDriver}. */
public final class DefaultSession implements MqttSession {
    private final SessionConfig config;
    private final SessionContext context;
    private final SessionDriver driver;
    private final SessionLog log;
    private final @Nullable KeptMessages kept;
    private final StateListeners listeners;
    private final PullReceiver pull;
    private final List<Runnable> endings = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    /** A session that is idle until {@link #connect}. */
    public DefaultSession(SessionConfig config, SessionContext context) {
        this.config = config;
        this.context = context;
        this.kept = config.options()
                .durableOutbox()
                .map(durable -> new KeptMessages(durable, context.stores().open(durable, config.name()), context))
                .orElse(null);
        this.log = new SessionLog(config.name(), SessionTrace.of(config, context.time()));
        this.listeners = new StateListeners(context.handlers(), log);
        this.driver = new SessionDriver(config, context, log, listeners::announce, this::onFinished);
        this.pull = new PullReceiver(config.options().inboxLimit(), driver::countDropped);
        if (kept != null) {
            // Those of devices wait until their device is opened; what is too old ends now, whoever it is of.
            kept.resumeOwn(config.options().outbox().maxAge(), driver::restore);
        }
    }

    private void onFinished() {
        pull.close();
        endings.forEach(Runnable::run);
        Runnable last = () -> context.completions().execute(() -> closed.complete(null));
        if (kept != null) {
            kept.close(last);
        } else {
            last.run();
        }
    }

    /** Whether it has a durable outbox. */
    public boolean isDurable() {
        return kept != null;
    }

    /** Whether all of these are messages that the durable outbox keeps, if asked to. */
    public boolean keeps(List<Outgoing> messages) {
        return kept != null
                && messages.stream().noneMatch(it -> it.publication().qos() == QualityOfService.AT_MOST_ONCE);
    }

    /** Whether messages of an earlier run are to be sent as history, where they can be. */
    public boolean resumesAsHistory() {
        return kept != null && kept.asHistory();
    }

    /** Sends again what an earlier run has left of {@code source}. */
    public void resume(String source, Function<Outgoing, OutboxEntry.Listener> listeners) {
        if (kept != null) {
            kept.resume(source, listeners, driver::restore);
        }
    }

    @Override
    public SessionState state() {
        return driver.state();
    }

    @Override
    public Registration onState(SessionListener listener) {
        return listeners.add(listener, driver::state);
    }

    @Override
    public void connect() {
        driver.connect();
    }

    @Override
    public void awaitOnline(Duration timeout) {
        new OnlineWaiter(listeners, driver::state, config.name()).await(timeout);
    }

    @Override
    public Delivery publish(Publication publication, int permits) {
        Outgoing message = Outgoing.of(publication).costing(permits);
        boolean keep = keeps(List.of(message));
        PendingDelivery delivery = new PendingDelivery(1, 0, keep, context.completions());
        if (keep) {
            sendKept(message, Optional.empty(), "", KeptMessages.telling(delivery));
        } else {
            send(message, "", false, delivery::onEnd);
        }
        return delivery;
    }

    /** Publishes what is of no use to another process, such as a question to the platform. */
    Delivery publishUnkept(Publication publication) {
        PendingDelivery delivery = new PendingDelivery(1, 0, context.completions());
        send(Outgoing.of(publication), "", false, delivery::onEnd);
        return delivery;
    }

    /**
     * Puts one message into the durable outbox, which {@link #keeps} has said it is for.
     *
     * @param asHistory the same as a report of the past
     */
    public void sendKept(Outgoing message, Optional<Outgoing> asHistory, String source, OutboxEntry.Listener listener) {
        KeptMessages keeper = Objects.requireNonNull(kept, "kept");
        check(message.publication());
        Kept entry = keeper.keep(message, asHistory, source, listener);
        send(message, source, false, entry);
        // Not before the outbox has accepted it; if it has ended meanwhile there is nothing to store.
        entry.store();
    }

    /** Puts one message into the outbox; {@code listener} is told what becomes of it. */
    public void send(Outgoing message, String source, boolean urgent, OutboxEntry.Listener listener) {
        check(message.publication());
        OutboxEntry entry =
                new OutboxEntry(message.publication(), source, message.properties(), urgent, message.cost(), listener);
        driver.offer(entry, !context.onHandlerThread().getAsBoolean());
    }

    /** Refuses what the platform would refuse. */
    public void check(Publication publication) {
        boolean exactlyOnce = publication.qos() == QualityOfService.EXACTLY_ONCE;
        if (exactlyOnce && !config.capabilities().has(Capabilities.Feature.QOS_2)) {
            throw new MappingException(
                    publication.topic().text(), "The platform does not take QoS 2; use AT_LEAST_ONCE.");
        }
        if (publication.retained() && !config.capabilities().has(Capabilities.Feature.RETAIN)) {
            throw new MappingException(
                    publication.topic().text(), "The platform keeps no retained messages; publish without retain.");
        }

        int size = publication.payload().length();
        int limit = config.quotas().maxPayloadBytes();
        if (size > limit) {
            throw new MappingException(
                    publication.topic().text(),
                    "The payload has " + size + " bytes; the platform takes at most " + limit
                            + ". Split it into smaller messages.");
        }
    }

    @Override
    public SubscriptionHandle subscribe(List<Subscription> subscriptions, MessageHandler handler) {
        HandlerLane serial = new HandlerLane(
                context.handlers(),
                new SlowHandlerWatch(context.time(), config.options().slowHandler(), config.name()));
        return subscribe(
                subscriptions,
                new HandlerReceiver(
                        handler, serial, context.time(), config.options().inboxLimit(), log, driver::countDropped));
    }

    @Override
    public SubscriptionHandle subscribe(List<Subscription> subscriptions) {
        return subscribe(subscriptions, (Receiver) pull);
    }

    /** Subscribes for a receiver inside this module. */
    public SubscriptionHandle subscribe(List<Subscription> subscriptions, Receiver receiver) {
        ActiveSubscription active =
                new ActiveSubscription(List.copyOf(subscriptions), receiver, driver, context.completions());
        active.start();
        return active;
    }

    /** Gives {@code receiver} what the server sends to these filters unasked; they are never subscribed. */
    public Registration listen(List<TopicFilter> filters, Receiver receiver) {
        return driver.listen(List.copyOf(filters), receiver);
    }

    @Override
    public Optional<Message> receive(Duration timeout) throws InterruptedException {
        return pull.receive(timeout);
    }

    @Override
    public Optional<Message> poll() {
        return pull.poll();
    }

    @Override
    public CompletableFuture<Message> exchange(
            Publication request, Subscription replies, Predicate<Message> isReply, Duration timeout) {
        return new Exchange(this, context, isReply).start(request, replies, timeout);
    }

    @Override
    public Ledger ledger() {
        return driver.outbox().ledger();
    }

    @Override
    public Optional<StoreCounts> storeCounts() {
        return Optional.ofNullable(kept).map(KeptMessages::counts);
    }

    @Override
    public long droppedMessages() {
        return driver.dropped();
    }

    /** The time since the last byte came from the server; empty when there is no connection. For health snapshots. */
    public Optional<Duration> sinceInbound() {
        return driver.silence().map(Silence::sinceInbound);
    }

    /** Whether it is not closed and not closing. */
    public boolean isOpen() {
        SessionPhase phase = driver.state().phase();
        return phase != SessionPhase.CLOSED && phase != SessionPhase.CLOSING;
    }

    /** Runs {@code ending} once, when the session has ended and no reply can come any more; at once if it has already. */
    public Registration onEnd(Runnable ending) {
        endings.add(ending);
        if (driver.state().phase() == SessionPhase.CLOSED && endings.remove(ending)) {
            ending.run();
        }
        return () -> endings.remove(ending);
    }

    /** Tells {@code watcher}, on the session's mailbox, when messages can be sent and when not. */
    public Registration watch(ConnectionWatcher watcher) {
        return driver.watch(watcher);
    }

    /** Keeps back what {@code source} sends, until {@link #letGo}; what is in flight goes on. */
    public void holdBack(String source) {
        driver.outbox().holdBack(source);
    }

    /** Sends what was kept back of {@code source}, in its order. */
    public void letGo(String source) {
        driver.outbox().letGo(source);
        driver.post(driver::pump);
    }

    /** Gives up what was kept back of {@code source}, which has ended. */
    public void abandon(String source) {
        driver.outbox().abandon(source);
    }

    /** Sends nothing for so long, nor does any session that shares the platform's limit. */
    public void pause(Duration length) {
        driver.pause(length);
    }

    /** Counts a received message that nobody could use. */
    public void countDropped(Message message, String why) {
        driver.countDropped(message, why);
    }

    @Override
    public CompletableFuture<Void> closeAsync() {
        driver.close();
        return closed.copy();
    }

    /** Ends it at once if it is closing: there is no time left to wait for acknowledgements. */
    public void cut() {
        driver.cut();
    }

    @Override
    public void close() {
        awaitEnd(closeAsync());
    }

    /** Waits for {@code end}, which the close of this session completes; not on a handler thread. */
    public void awaitEnd(CompletableFuture<Void> end) {
        if (context.onHandlerThread().getAsBoolean()) {
            // A handler must not wait for a close that may wait for handlers.
            return;
        }
        // The drain has its own limit; the margin is for the DISCONNECT.
        Duration limit = config.options().closeTimeout().plusSeconds(2);
        try {
            end.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new ConnectionLostException(
                    config.name() + " did not close within " + limit.toMillis()
                            + " ms; this is a bug in connector-core.",
                    driver.state());
        }
    }

    @Override
    public String toString() {
        return config.name();
    }
}
