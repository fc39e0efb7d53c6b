package org.iotconnector.core.internal.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.iotconnector.core.AuthenticationException;
import org.iotconnector.core.internal.concurrent.Mailbox;
import org.iotconnector.core.internal.outbox.Outbox;
import org.iotconnector.core.internal.outbox.OutboxEntry;
import org.iotconnector.core.session.ConnectLimits;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttTransport;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SessionState;
import org.iotconnector.core.session.Silence;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.tls.TlsEnd;

/**
 * Performs the machine's actions: the one place where a session meets the transport, the clock and chance. Everything
 * here runs on the session's mailbox, one thing at a time; public methods post and return.
 */
final class SessionDriver {
    private final SessionConfig config;
    private final SessionContext context;
    private final SessionMachine machine;
    private final Mailbox mailbox;
    private final MqttTransport transport;
    private final Outbox outbox;
    private final Sender sender;
    private final Subscriber subscriber;
    private final Arrivals arrivals;
    private final SessionTimers timers;
    private final LivenessWatch liveness;
    private final LossExplainer losses;
    private final EndWatch ends;
    private final SessionLog log;
    private final ConnectTurn turn;
    private final Credentials credentials;
    private final ConnectionWatchers watchers = new ConnectionWatchers();
    private final Consumer<SessionState> announce;
    private final Runnable onFinished;

    private SessionMachine.State state = SessionMachine.State.INITIAL;
    private boolean applying;
    private volatile SessionState published;

    /**
     * Makes the session's parts; nothing happens before {@link #connect}.
     *
     * @param announce told of every state, on the mailbox
     * @param onFinished run once the session is closed and every message has ended, on the mailbox
     */
    SessionDriver(
            SessionConfig config,
            SessionContext context,
            SessionLog log,
            Consumer<SessionState> announce,
            Runnable onFinished) {
        this.config = config;
        this.context = context;
        this.log = log;
        this.announce = announce;
        this.onFinished = onFinished;
        this.machine = new SessionMachine(config.options().reconnect());
        this.mailbox = new Mailbox(context.completions());
        this.transport = log.trace().around(context.transports().create());
        this.outbox = new Outbox(config.options().outbox());
        this.timers = new SessionTimers(context.time(), mailbox, log.trace()::timer);
        this.ends = new EndWatch(context.time(), () -> mailbox.post(this::warn));
        this.liveness = new LivenessWatch(timers, transport::silence);
        this.credentials = new Credentials(config, context, mailbox, log);
        QuotaRegistry.SessionQuotas quotas = context.quotas().open(config);
        this.turn = new ConnectTurn(quotas.connects(), context.quotas().gate(), context.time());
        int window = Math.min(config.options().inFlightWindow(), config.quotas().maxInFlight());
        this.sender = new Sender(outbox, quotas.pacer(), () -> transport, context.time(), mailbox, window, log);
        this.losses = new LossExplainer(config.connectCodes(), sender);
        this.subscriber = new Subscriber(
                () -> transport,
                mailbox,
                context.time(),
                config.options().connectTimeout(),
                config.quotas().maxFiltersPerSubscribe(),
                this::onSubscribeVerdict);
        this.arrivals = new Arrivals(subscriber::receivers, log);
        this.published = state.describe(Optional.empty());
    }

    Outbox outbox() {
        return outbox;
    }

    SessionState state() {
        return published;
    }

    Optional<Silence> silence() {
        return transport.silence();
    }

    long dropped() {
        return arrivals.dropped();
    }

    void countDropped(Message message, String why) {
        arrivals.countDropped(message, why);
    }

    /** Runs {@code task} in the session's own order, not at the same time as anything else of the session. */
    void post(Runnable task) {
        mailbox.post(task);
    }

    /** Tells {@code watcher} from now on, on the mailbox, when messages can be sent and when not. */
    Registration watch(ConnectionWatcher watcher) {
        mailbox.post(() -> watchers.add(watcher));
        return () -> mailbox.post(() -> watchers.remove(watcher));
    }

    void connect() {
        mailbox.post(() -> apply(new SessionEvent.ConnectRequested(turn.pause())));
    }

    void close() {
        mailbox.post(() -> apply(new SessionEvent.CloseRequested()));
    }

    /** Ends a closing session at once; what is not acknowledged is abandoned. */
    void cut() {
        mailbox.post(() -> apply(new SessionEvent.Drained()));
    }

    void pump() {
        sender.pump();
    }

    void pause(Duration length) {
        sender.pause(length);
    }

    /** Puts a message of an earlier run into the outbox, accepted so long ago; it is sent once the session is connected. */
    void restore(OutboxEntry entry, Duration age) {
        outbox.offer(entry, context.time().nanoTime() - age.toNanos(), false);
        mailbox.post(sender::pump);
    }

    void offer(OutboxEntry entry, boolean mayBlock) {
        outbox.offer(entry, context.time().nanoTime(), mayBlock);
        mailbox.post(sender::pump);
    }

    void subscribe(List<Subscription> wanted, Receiver receiver, Subscriber.Answer answer) {
        mailbox.post(() -> {
            if (state.phase() == SessionPhase.CLOSED) {
                answer.closed();
            } else {
                subscriber.add(wanted, receiver, answer);
            }
        });
    }

    void unsubscribe(List<Subscription> unwanted, Receiver receiver, Subscriber.Answer answer) {
        mailbox.post(() -> subscriber.remove(unwanted, receiver, answer));
    }

    Registration listen(List<TopicFilter> filters, Receiver receiver) {
        mailbox.post(() -> subscriber.listen(filters, receiver));
        return () -> mailbox.post(() -> subscriber.ignore(filters, receiver));
    }

    private void apply(SessionEvent event) {
        if (applying) {
            // An action's own result waits until the other actions of its step are done, announcements included.
            mailbox.post(() -> apply(event));
            return;
        }
        applying = true;
        try {
            SessionMachine.Step step = machine.step(state, event);
            state = step.state();
            step.actions().forEach(this::perform);
        } finally {
            applying = false;
        }
    }

    private void perform(SessionAction action) {
        if (action instanceof SessionAction.Connect connect) {
            openConnection(connect.attempt());
        } else if (action instanceof SessionAction.Disconnect) {
            turn.leave();
            subscriber.onDisconnected();
            transport.disconnect();
        } else if (action instanceof SessionAction.Suspend) {
            turn.leave();
            subscriber.onDisconnected();
            transport.suspend();
        } else if (action instanceof SessionAction.Subscribe) {
            subscriber.request();
        } else if (action instanceof SessionAction.ReleaseSending) {
            watchers.up();
            sender.release();
        } else if (action instanceof SessionAction.HoldSending) {
            sender.hold();
            watchers.down();
        } else if (action instanceof SessionAction.ArmRetry arm) {
            timers.retry(arm.delay(), () -> apply(new SessionEvent.RetryDue(arm.attempt(), turn.pause())));
        } else if (action instanceof SessionAction.ArmResubscribe arm) {
            timers.retry(arm.delay(), () -> apply(new SessionEvent.ResubscribeDue(arm.attempt())));
        } else if (action instanceof SessionAction.ArmStable arm) {
            timers.stable(arm.delay(), () -> apply(new SessionEvent.StableDue(arm.attempt())));
        } else if (action instanceof SessionAction.ArmRenewal arm) {
            timers.renewal(arm.delay(), () -> apply(new SessionEvent.RenewalDue(arm.attempt())));
        } else if (action instanceof SessionAction.AwaitQuiet await) {
            awaitQuiet(await.attempt(), await.limit());
        } else if (action instanceof SessionAction.CancelTimers) {
            timers.cancelAll();
        } else if (action instanceof SessionAction.Drain) {
            drain();
        } else if (action instanceof SessionAction.Finish) {
            ends.close();
            subscriber.close();
            sender.stop();
            outbox.close();
            sender.whenEmpty(onFinished);
        } else {
            SessionState now = ((SessionAction.Announce) action).state();
            log.on(now, context.time().nanoTime());
            tell(now);
        }
    }

    private void tell(SessionState state) {
        SessionState now = state.warning(ends.warning());
        published = now;
        now.warning().ifPresent(log::warned);
        announce.accept(now);
    }

    /** Time has passed while nothing else happened. */
    private void warn() {
        if (state.phase() != SessionPhase.CLOSED) {
            tell(published);
        }
    }

    private void openConnection(int attempt) {
        if (turn.enter(() -> mailbox.post(() -> attempt(attempt)))) {
            attempt(attempt);
        }
    }

    private void attempt(int attempt) {
        if (attempt != state.attempt() || state.phase() != SessionPhase.CONNECTING) {
            return;
        }
        ConnectParameters parameters;
        try {
            parameters = credentials.compute();
        } catch (AuthenticationException e) {
            lost(attempt, e.failure());
            return;
        }
        log.connectingTo(parameters.endpoint());
        liveness.prepare(parameters.keepAlive(), parameters.endpoint().toString());
        Duration timeout = config.options().connectTimeout();
        timers.connect(timeout, () -> onConnectTimeout(attempt, parameters));
        transport.connect(parameters, new ConnectLimits(timeout, receiveMaximum()), new ConnectionListener(attempt));
    }

    private int receiveMaximum() {
        return Math.min(65_535, config.options().inboxLimit());
    }

    private void onConnectTimeout(int attempt, ConnectParameters parameters) {
        if (state.phase() == SessionPhase.CONNECTING && state.attempt() == attempt) {
            transport.cut();
            lost(
                    attempt,
                    Failure.of(
                            FailureKind.TIMEOUT,
                            "No answer from " + parameters.endpoint() + " within "
                                    + config.options().connectTimeout().toMillis() + " ms.",
                            "Check host and port, and that no firewall swallows the packets.",
                            null));
        }
    }

    private void connected(int attempt) {
        if (attempt == state.attempt() && state.phase() == SessionPhase.CONNECTING) {
            turn.leave();
            timers.connected();
            subscriber.onConnected();
            losses.onConnected(context.time().nanoTime());
            apply(new SessionEvent.Connected(attempt, credentials.renewIn()));
            liveness.start(failure -> onDead(attempt, failure));
        }
    }

    private void onDead(int attempt, Failure failure) {
        if (attempt == state.attempt() && (state.phase().connected() || state.phase() == SessionPhase.CLOSING)) {
            transport.cut();
            lost(attempt, failure);
        }
    }

    private void lost(int attempt, Failure failure) {
        if (attempt != state.attempt()) {
            return;
        }
        turn.leave();
        subscriber.onDisconnected();
        Failure explained = losses.explain(failure, context.time().nanoTime());
        // The attempt is over, whatever else there is to find out about it.
        timers.connected();
        credentials.diagnose(
                explained,
                (verdict, mended) -> apply(new SessionEvent.Disconnected(
                        attempt, verdict, context.jitter().getAsDouble(), mended)));
    }

    private void awaitQuiet(int attempt, Duration limit) {
        Runnable quiet = () -> apply(new SessionEvent.Quiet(attempt, turn.pause()));
        timers.renewal(limit, quiet);
        sender.whenQuiet(quiet);
    }

    private void onSubscribeVerdict(Optional<Failure> missing) {
        int attempt = state.attempt();
        if (missing.isEmpty()) {
            apply(new SessionEvent.Subscribed(attempt));
        } else {
            apply(new SessionEvent.SubscribeFailed(
                    attempt, missing.get(), context.jitter().getAsDouble()));
        }
    }

    private void drain() {
        timers.retry(config.options().closeTimeout(), () -> apply(new SessionEvent.Drained()));
        sender.whenEmpty(() -> apply(new SessionEvent.Drained()));
    }

    /** Binds what the transport reports to the attempt it belongs to. */
    private final class ConnectionListener implements MqttTransport.Listener {
        private final int attempt;

        ConnectionListener(int attempt) {
            this.attempt = attempt;
        }

        @Override
        public void onTrusted(List<TlsEnd> standsOn) {
            mailbox.post(() -> {
                if (attempt == state.attempt()) {
                    ends.onTrusted(standsOn);
                }
            });
        }

        @Override
        public void onConnected(boolean sessionPresent) {
            mailbox.post(() -> connected(attempt));
        }

        @Override
        public void onDisconnected(Failure failure) {
            mailbox.post(() -> lost(attempt, failure));
        }

        @Override
        public void onMessage(Message message, Runnable acknowledgement) {
            mailbox.post(() -> arrivals.route(message, acknowledgement));
        }
    }
}
