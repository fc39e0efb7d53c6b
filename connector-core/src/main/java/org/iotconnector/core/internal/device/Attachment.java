package org.iotconnector.core.internal.device;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.internal.session.ConnectionWatcher;
import org.iotconnector.core.internal.session.DefaultSession;
import org.iotconnector.core.internal.session.SessionContext;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.spi.Outgoing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Introduces a device on every connection, such as a sub-device to its gateway's platform, and holds its messages back
 * until that is done. A refusal is tried again, slowly, as long as the connection lasts. Thread-safe.
 */
final class Attachment implements ConnectionWatcher {
    private static final Logger LOG = LoggerFactory.getLogger("org.iotconnector.core.device");

    private final String device;
    private final DefaultSession session;
    private final SessionContext context;
    private final ReconnectPolicy policy;
    private final Supplier<List<Outgoing>> steps;
    private final Function<Outgoing, Delivery> send;
    private final Registration watching;

    private State state = State.PENDING;
    /** Why it was refused, in that state; never a trace for users. */
    private @Nullable Throwable refusal;
    /** Completes when the state is no longer pending. */
    private CompletableFuture<Boolean> decided = new CompletableFuture<>();
    /** Grows with every try, so that what belongs to an older one is recognised. */
    private int round;

    private int refusals;
    private Registration retry = () -> {};

    private enum State {
        PENDING,
        ATTACHED,
        REFUSED,
        CLOSED
    }

    /**
     * Begins at once.
     *
     * @param steps what has to be said, made anew for every try
     * @param send sends one step; one that the platform does not answer counts as answered when it is acknowledged
     */
    Attachment(
            String device,
            DefaultSession session,
            SessionContext context,
            ReconnectPolicy policy,
            Supplier<List<Outgoing>> steps,
            Function<Outgoing, Delivery> send) {
        this.device = device;
        this.session = session;
        this.context = context;
        this.policy = policy;
        this.steps = steps;
        this.send = send;
        session.holdBack(device);
        this.watching = session.watch(this);
    }

    synchronized boolean isAttached() {
        return state == State.ATTACHED;
    }

    /** Waits until it is decided; gives the refusal, or empty if it is attached or {@code timeout} is over first. */
    Optional<Throwable> await(Duration timeout) throws InterruptedException {
        CompletableFuture<Boolean> decision;
        synchronized (this) {
            decision = decided;
        }
        try {
            decision.get(Math.max(0, timeout.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException undecided) {
            return Optional.empty();
        }
        synchronized (this) {
            return Optional.ofNullable(refusal);
        }
    }

    @Override
    public void onUp() {
        begin();
    }

    @Override
    public synchronized void onDown() {
        if (state != State.CLOSED) {
            session.holdBack(device);
            pending();
        }
    }

    private void pending() {
        round++;
        retry.close();
        state = State.PENDING;
        refusal = null;
        if (decided.isDone()) {
            decided = new CompletableFuture<>();
        }
    }

    private void begin() {
        int begun;
        synchronized (this) {
            if (state == State.CLOSED) {
                return;
            }
            pending();
            begun = round;
        }
        try {
            proceed(begun, steps.get(), 0);
        } catch (RuntimeException e) {
            decide(begun, e);
        }
    }

    private void proceed(int begun, List<Outgoing> all, int step) {
        if (step == all.size()) {
            decide(begun, null);
            return;
        }
        synchronized (this) {
            if (begun != round) {
                return;
            }
        }
        send.apply(all.get(step)).replied().whenComplete((reply, failure) -> {
            if (failure == null) {
                proceed(begun, all, step + 1);
            } else {
                boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
                decide(begun, wrapped ? failure.getCause() : failure);
            }
        });
    }

    private void decide(int begun, @Nullable Throwable failure) {
        CompletableFuture<Boolean> decision;
        synchronized (this) {
            if (begun != round) {
                return;
            }
            state = failure == null ? State.ATTACHED : State.REFUSED;
            refusal = failure;
            refusals = failure == null ? 0 : refusals + 1;
            if (failure != null) {
                retryLater(failure);
            }
            decision = decided;
        }
        if (failure == null) {
            session.letGo(device);
            LOG.debug("{}: introduced", device);
        }
        // Only now: who hears of it may report and close at once, and what is still held back then is given up.
        decision.complete(Boolean.TRUE);
    }

    private void retryLater(Throwable why) {
        Duration delay = policy.delay(refusals, true, context.jitter().getAsDouble());
        retry = context.time().schedule(delay, () -> context.completions().execute(this::begin));
        if (refusals == 1) {
            LOG.warn(
                    "{}: could not be attached: {} Next attempt in {} s.", device, why.getMessage(), delay.toSeconds());
        } else {
            LOG.debug("{}: could not be attached: {}", device, why.getMessage());
        }
    }

    /** Ends it; what is still held back is given up. Says whether the device was attached. */
    boolean close() {
        boolean was;
        synchronized (this) {
            was = state == State.ATTACHED;
            round++;
            retry.close();
            state = State.CLOSED;
            decided.complete(Boolean.TRUE);
        }
        watching.close();
        session.abandon(device);
        return was;
    }
}
