package org.iotconnector.tck.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SessionState;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.SubscriptionHandle;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.ConnectRequest;
import org.iotconnector.tck.ScriptedTransport;
import org.jspecify.annotations.Nullable;

/** One script at work on one session: what statements act on. For one thread. */
final class ScriptRun {
    /** How long a statement waits in virtual time for what it needs. */
    private static final Duration PATIENCE = Duration.ofHours(3);

    final RunSettings settings = new RunSettings();
    final ScriptedServer server;
    final ScriptBench bench;
    final ScriptHandler handler = new ScriptHandler();
    final List<Delivery> deliveries = new ArrayList<>();

    private final FaultScript script;
    private final boolean strict;
    private final int number;
    private final int timersBefore;
    private final Map<String, SubscriptionHandle> handles = new HashMap<>();
    /** Thousands, where a script has a server that always refuses and no time between. */
    private final List<SessionState> states = Collections.synchronizedList(new ArrayList<>());

    private final Promises promises = new Promises(this);
    private boolean keepsSession;
    private @Nullable MqttSession session;
    private @Nullable Message lastDelivered;

    ScriptRun(ScriptBench bench, FaultScript script, boolean strict) {
        this.bench = bench;
        this.script = script;
        this.strict = strict;
        this.server = new ScriptedServer(bench::wire, bench.time());
        this.number = bench.begin(server);
        this.timersBefore = bench.time().pending();
    }

    ScriptResult run() {
        Step at = null;
        try {
            for (Step step : script.steps()) {
                at = step;
                boolean setting = step.form().group() == Form.Group.SETTING;
                if (!setting) {
                    session();
                }
                perform(step);
                if (!setting) {
                    settle();
                    promises.check();
                }
            }
            at = null;
            finish();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    (at == null ? "At the script's end" : "At \"" + at + "\" (line " + at.line() + ")") + ": "
                            + e.getMessage() + "\nStates: "
                            + states().stream().map(ScriptResult::nameOf).toList()
                            + "\nThe script:\n\n" + script,
                    e);
        } finally {
            handler.release();
            session().closeAsync();
            bench.time().advance(settings.closeTimeout.plusSeconds(6));
        }
        return new ScriptResult(states(), session().ledger(), wire().connects().size());
    }

    private void perform(Step step) {
        try {
            step.perform(this);
        } catch (NotNowException e) {
            if (strict) {
                throw new AssertionError(e.getMessage(), e);
            }
        }
    }

    MqttSession session() {
        MqttSession open = session;
        if (open == null) {
            open = bench.connector().session(settings.config(number), fresh -> fresh.onState(states::add));
            session = open;
        }
        return open;
    }

    ScriptedTransport wire() {
        return bench.wire();
    }

    SessionPhase phase() {
        return session().state().phase();
    }

    /** Every state so far; waits for those that are still on their way to the listener. */
    List<SessionState> states() {
        Await.until(
                "the listener has heard of the present state",
                () -> session().state().equals(lastHeard()));
        synchronized (states) {
            return List.copyOf(states);
        }
    }

    private @Nullable SessionState lastHeard() {
        synchronized (states) {
            return states.isEmpty() ? null : states.get(states.size() - 1);
        }
    }

    private void settle() {
        handler.settle();
    }

    /** Lets time pass until {@code condition} holds; from one timer to the next, so that hours cost nothing. */
    void waitFor(String what, Duration limit, BooleanSupplier condition) {
        long end = bench.time().nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            Duration next = bench.time().untilNext().orElse(limit);
            if (bench.time().nanoTime() + next.toNanos() > end) {
                throw new NotNowException("in vain for " + Arguments.Durations.write(limit) + ": " + what
                        + "; the session is " + session().state());
            }
            bench.time().advance(next);
            settle();
        }
    }

    /** The CONNECT that waits for an answer; lets time pass until there is one. */
    ConnectRequest awaitConnect() {
        server.always = null;
        SessionPhase phase = phase();
        if (phase != SessionPhase.CONNECTING && phase != SessionPhase.WAITING) {
            throw new NotNowException(
                    "the session sends no CONNECT: it is " + session().state());
        }
        waitFor("the session sends CONNECT", PATIENCE, this::isConnecting);
        return wire().current();
    }

    private boolean isConnecting() {
        // The state comes first: the session may have to wait for its turn to send CONNECT.
        List<ConnectRequest> all = wire().connects();
        return phase() == SessionPhase.CONNECTING
                && !all.isEmpty()
                && all.get(all.size() - 1).isOpen();
    }

    /** The connection there is. */
    ConnectRequest connection() {
        if (!wire().isConnected()) {
            throw new NotNowException(
                    "there is no connection; the session is " + session().state());
        }
        return wire().current();
    }

    /** Waits for CONNECT and answers it {@code times} times. */
    void answerConnect(int times, Duration delay, Consumer<ConnectRequest> answer) {
        for (int i = 0; i < times; i++) {
            ConnectRequest request = awaitConnect();
            bench.time().advance(delay);
            if (request.isOpen()) {
                answer.accept(request);
            } else if (strict) {
                throw new AssertionError("The session gave the attempt up before it was answered.");
            }
        }
    }

    void keepsSession(boolean keeps) {
        keepsSession = keeps;
    }

    void accept(ConnectRequest request) {
        request.accept(keepsSession);
    }

    void publish(int count, String topic, QualityOfService qos, int size) {
        for (int i = 0; i < count; i++) {
            String text = Integer.toString(deliveries.size() + 1);
            Publication message = Publication.text(topic, text + ".".repeat(Math.max(0, size - text.length())))
                    .withQos(qos);
            deliveries.add(session().publish(message));
        }
    }

    void subscribe(String filter, QualityOfService qos) {
        SubscriptionHandle handle =
                session().subscribe(List.of(new Subscription(TopicFilter.of(filter), qos)), handler::onMessage);
        SubscriptionHandle before = handles.put(filter, handle);
        if (before != null) {
            before.close();
        }
    }

    void unsubscribe(String filter) {
        SubscriptionHandle handle = handles.remove(filter);
        if (handle == null) {
            throw new NotNowException("there is no subscription to " + filter);
        }
        handle.close();
    }

    void deliver(String topic, QualityOfService qos, int size) {
        deliver(new Message(TopicName.of(topic), Bytes.ofUtf8("m".repeat(size)), qos, false));
    }

    void deliverAgain() {
        deliver(Optional.ofNullable(lastDelivered)
                .orElseThrow(() -> new NotNowException("no message was delivered before")));
    }

    private void deliver(Message message) {
        connection();
        lastDelivered = message;
        handler.expect(wire().deliver(message));
    }

    /** Timers that this script's session has left behind. */
    int timersLeft() {
        return Math.max(0, bench.time().pending() - timersBefore);
    }

    /** Ends the session and checks what must hold at the end. */
    private void finish() {
        handler.release();
        settle();
        CompletableFuture<Void> closed = session().closeAsync();
        bench.time().advance(settings.closeTimeout.plusSeconds(6));
        Await.value(closed);
        server.stop();
        promises.checkEnd(states());
    }
}
