package org.iotconnector.core.internal.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.iotconnector.core.internal.concurrent.Mailbox;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttTransport;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.session.SubscribeResult;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TimeSource;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;

/**
 * Keeps the server's subscriptions equal to what is wanted: asks in packets of the platform's size, waits for each
 * SUBACK, and says whether everything is granted. Lives on the session's mailbox.
 */
final class Subscriber {
    private final Subscriptions subscriptions = new Subscriptions();
    private final List<PendingResult> pendingResults = new ArrayList<>();
    private final Supplier<MqttTransport> transport;
    private final Mailbox mailbox;
    private final TimeSource time;
    private final Duration timeout;
    private final int filtersPerPacket;
    private final Consumer<Optional<Failure>> verdict;

    private boolean connected;
    private int unanswered;
    /** Grows with every connection, so that a late SUBACK of the last one is not taken for this one's. */
    private int connection;

    /**
     * Uses {@code transport} to subscribe.
     *
     * @param verdict told after every round of answers: empty when all is granted, else what is missing
     */
    Subscriber(
            Supplier<MqttTransport> transport,
            Mailbox mailbox,
            TimeSource time,
            Duration timeout,
            int filtersPerPacket,
            Consumer<Optional<Failure>> verdict) {
        this.transport = transport;
        this.mailbox = mailbox;
        this.time = time;
        this.timeout = timeout;
        this.filtersPerPacket = filtersPerPacket;
        this.verdict = verdict;
    }

    void onConnected() {
        connection++;
        connected = true;
        unanswered = 0;
        subscriptions.onNewConnection();
    }

    void onDisconnected() {
        connected = false;
        unanswered = 0;
    }

    /** Is told, once, how a request to subscribe ended. */
    interface Answer {
        /** The server's first answer to each filter has come. */
        void answered(List<SubscribeResult> results);

        /** The session was closed first. */
        void closed();
    }

    /** Adds a receiver. */
    void add(List<Subscription> wanted, Receiver receiver, Answer answer) {
        wanted.forEach(subscription -> subscriptions.add(subscription, receiver));
        pendingResults.add(new PendingResult(wanted, answer));
        if (connected) {
            request(false);
        }
    }

    /** Takes back what was added with the same receiver and answer. */
    void remove(List<Subscription> unwanted, Receiver receiver, Answer answer) {
        List<TopicFilter> gone = new ArrayList<>();
        for (Subscription subscription : unwanted) {
            if (subscriptions.remove(subscription.filter(), receiver)) {
                gone.add(subscription.filter());
            }
        }
        pendingResults.removeIf(pending -> pending.answer == answer);
        if (connected && !gone.isEmpty()) {
            transport.get().unsubscribe(gone, confirmed -> {});
        }
    }

    /** Lets {@code receiver} have what the server sends unasked; nothing is subscribed. */
    void listen(List<TopicFilter> filters, Receiver receiver) {
        filters.forEach(filter -> subscriptions.listen(filter, receiver));
    }

    /** Takes back what {@link #listen} added. */
    void ignore(List<TopicFilter> filters, Receiver receiver) {
        filters.forEach(filter -> subscriptions.ignore(filter, receiver));
    }

    Set<Receiver> receivers(TopicName name) {
        return subscriptions.receivers(name);
    }

    /** Nothing will be answered any more. */
    void close() {
        connected = false;
        List<PendingResult> left = List.copyOf(pendingResults);
        pendingResults.clear();
        left.forEach(pending -> pending.answer.closed());
    }

    /** Asks for everything that is not granted, if anything. */
    void request() {
        request(true);
    }

    private void request(boolean again) {
        int round = connection;
        List<List<Subscription>> packets = subscriptions.ask(filtersPerPacket, again);
        if (packets.isEmpty()) {
            pendingResults.removeIf(PendingResult::tryComplete);
            if (again) {
                conclude();
            }
            return;
        }
        for (List<Subscription> packet : packets) {
            send(round, packet);
        }
    }

    private void send(int round, List<Subscription> packet) {
        unanswered++;
        Question question = new Question(round, packet);
        question.timer = time.schedule(timeout, () -> mailbox.post(() -> question.onAnswer(List.of())));
        transport.get().subscribe(packet, results -> mailbox.post(() -> question.onAnswer(results)));
    }

    private void conclude() {
        // The state first: who waits for a result must find the session in the state that the result led to.
        if (unanswered == 0) {
            verdict.accept(subscriptions.firstMissing().map(this::missingFailure));
        }
        pendingResults.removeIf(PendingResult::tryComplete);
    }

    private Failure missingFailure(TopicFilter filter) {
        Optional<SubscribeResult> result = subscriptions.result(filter);
        if (result.isEmpty()) {
            return Failure.of(
                    FailureKind.TIMEOUT,
                    "The server did not answer the subscription to [" + filter + "] within " + timeout.toMillis()
                            + " ms.",
                    "Messages for it cannot come until it does; the session asks again.",
                    null);
        }
        return Failure.ofCode(
                FailureKind.FORBIDDEN_TOPIC,
                result.get().reasonCode(),
                "The server refused the subscription to [" + filter + "] with code "
                        + result.get().reasonCode() + ".",
                "Check that the topic belongs to this device and that the platform allows it to subscribe; the"
                        + " session asks again.");
    }

    /** One SUBSCRIBE on the wire; answered once, by the server or by the clock. */
    private final class Question {
        private final int round;
        private final List<Subscription> packet;
        private Registration timer = () -> {};
        private boolean answered;

        Question(int round, List<Subscription> packet) {
            this.round = round;
            this.packet = packet;
        }

        void onAnswer(List<SubscribeResult> results) {
            timer.close();
            if (answered || round != connection || !connected) {
                return;
            }
            answered = true;
            unanswered--;
            subscriptions.onAnswer(packet);
            if (results.size() == packet.size()) {
                results.forEach(subscriptions::onResult);
            }
            conclude();
        }
    }

    private final class PendingResult {
        private final List<Subscription> wanted;
        private final Answer answer;

        PendingResult(List<Subscription> wanted, Answer answer) {
            this.wanted = wanted;
            this.answer = answer;
        }

        boolean tryComplete() {
            List<SubscribeResult> known = new ArrayList<>();
            for (Subscription subscription : wanted) {
                subscriptions.result(subscription.filter()).ifPresent(known::add);
            }
            if (known.size() < wanted.size()) {
                return false;
            }
            answer.answered(known);
            return true;
        }
    }
}
