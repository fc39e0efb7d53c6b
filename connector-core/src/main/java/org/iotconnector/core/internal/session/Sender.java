package org.iotconnector.core.internal.session;

import java.time.Duration;
import java.util.function.Supplier;
import org.iotconnector.core.internal.concurrent.Mailbox;
import org.iotconnector.core.internal.outbox.Outbox;
import org.iotconnector.core.internal.outbox.OutboxEntry;
import org.iotconnector.core.internal.outbox.Pacer;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.MqttTransport;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.session.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * Moves messages from the outbox to the transport while the session lets them go, within the in-flight window and the
 * platform's pace. Lives on the session's mailbox.
 */
final class Sender {
    private final Outbox outbox;
    private final Pacer pacer;
    private final Supplier<MqttTransport> transport;
    private final TimeSource time;
    private final Mailbox mailbox;
    private final int window;
    private final SessionLog log;
    private final PoisonWatch poison = new PoisonWatch();

    private boolean released;
    private int inFlight;
    private @Nullable Registration paceTimer;
    private @Nullable Registration expiryTimer;
    private @Nullable Runnable whenEmpty;
    private @Nullable Runnable whenQuiet;

    Sender(
            Outbox outbox,
            Pacer pacer,
            Supplier<MqttTransport> transport,
            TimeSource time,
            Mailbox mailbox,
            int window,
            SessionLog log) {
        this.outbox = outbox;
        this.pacer = pacer;
        this.transport = transport;
        this.time = time;
        this.mailbox = mailbox;
        this.window = window;
        this.log = log;
    }

    void release() {
        if (!released) {
            poison.onUp(time.nanoTime());
        }
        released = true;
        pump();
    }

    /** The connection was lost; gives the better explanation if a message is to blame. */
    Failure explain(Failure loss) {
        return poison.onDrop(loss, time.nanoTime()).orElse(loss);
    }

    void hold() {
        released = false;
        paceTimer = cancel(paceTimer);
    }

    /** Sends nothing for so long. On any thread. */
    void pause(Duration length) {
        pacer.pauseUntil(time.nanoTime() + length.toNanos());
    }

    /** Runs {@code action} once nothing waits and nothing is in flight. */
    void whenEmpty(Runnable action) {
        whenEmpty = action;
        checkEmpty();
    }

    /** Runs {@code action} once nothing is in flight; a later one replaces it. */
    void whenQuiet(Runnable action) {
        whenQuiet = action;
        checkQuiet();
    }

    /** Ends the timers; what the transport still answers is accounted for all the same. */
    void stop() {
        hold();
        expiryTimer = cancel(expiryTimer);
    }

    /** Sends what may be sent now. */
    void pump() {
        watchExpiry();
        while (released && inFlight < window) {
            OutboxEntry next = outbox.peek();
            if (next == null) {
                return;
            }
            if (inFlight > 0 && poison.isolates(next)) {
                return;
            }
            long now = time.nanoTime();
            long silence = poison.silenceBefore(next, now);
            if (silence > 0) {
                resumeIn(silence);
                return;
            }
            long wait = pacer.tryPass(next.publication().qos(), next.cost(), now);
            if (wait > 0) {
                resumeIn(wait);
                return;
            }
            OutboxEntry taken = outbox.take(now);
            if (taken != null) {
                poison.onSend(taken, now);
                send(taken, now);
            }
        }
    }

    private void send(OutboxEntry entry, long now) {
        inFlight++;
        entry.sending();
        transport.get().publish(entry.publicationAt(now), outcome -> mailbox.post(() -> onOutcome(entry, outcome)));
    }

    private void onOutcome(OutboxEntry entry, MqttTransport.Outcome outcome) {
        inFlight--;
        if (outcome instanceof MqttTransport.Outcome.Lost) {
            onLost(entry);
        } else {
            poison.onEnd(entry);
            onAnswer(entry, outcome);
        }
        pump();
        checkEmpty();
        checkQuiet();
    }

    private void onLost(OutboxEntry entry) {
        if (poison.isGuilty(entry)) {
            String detail = "The connection ended " + entry.drops() + " times right after this message was sent.";
            outbox.finish(entry, DeliveryOutcome.QUARANTINED, detail);
            log.quarantined(entry.publication().topic().text(), detail);
        } else {
            outbox.giveBack(entry);
        }
    }

    private void onAnswer(OutboxEntry entry, MqttTransport.Outcome outcome) {
        if (outcome instanceof MqttTransport.Outcome.Acknowledged) {
            outbox.finish(entry, DeliveryOutcome.ACKNOWLEDGED, "");
        } else if (outcome instanceof MqttTransport.Outcome.Refused refused) {
            String detail = "The server answered " + refused.reasonCode() + " " + refused.reason() + ".";
            outbox.finish(entry, DeliveryOutcome.REFUSED, detail);
        } else if (outcome instanceof MqttTransport.Outcome.Unsendable unsendable) {
            outbox.finish(entry, DeliveryOutcome.REFUSED, unsendable.reason());
        }
    }

    private void checkQuiet() {
        Runnable action = whenQuiet;
        if (action != null && inFlight == 0) {
            whenQuiet = null;
            action.run();
        }
    }

    private void checkEmpty() {
        Runnable action = whenEmpty;
        if (action != null && inFlight == 0 && outbox.peek() == null) {
            whenEmpty = null;
            action.run();
        }
    }

    private void resumeIn(long nanos) {
        cancel(paceTimer);
        paceTimer = time.schedule(Duration.ofNanos(nanos), () -> mailbox.post(this::pump));
    }

    private void watchExpiry() {
        if (expiryTimer == null) {
            outbox.nanosToExpiry(time.nanoTime()).ifPresent(nanos -> {
                expiryTimer = time.schedule(Duration.ofNanos(nanos), () -> mailbox.post(this::onExpiry));
            });
        }
    }

    private void onExpiry() {
        expiryTimer = null;
        outbox.expire(time.nanoTime());
        watchExpiry();
        checkEmpty();
    }

    private static @Nullable Registration cancel(@Nullable Registration timer) {
        if (timer != null) {
            timer.close();
        }
        return null;
    }
}
