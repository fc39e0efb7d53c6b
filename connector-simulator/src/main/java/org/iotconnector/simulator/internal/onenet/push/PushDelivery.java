package org.iotconnector.simulator.internal.onenet.push;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.function.Consumer;
import org.iotconnector.simulator.internal.onenet.push.PushClient.Answer;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.iotconnector.simulator.onenet.PushAttempt;
import org.iotconnector.simulator.onenet.PushTarget;

/**
 * Delivery to one server. It is verified first; messages wait until that succeeds. First attempts go one after the other, so that
 * order is kept as long as the server answers; retries go by the clock. Confined to the loop thread.
 */
final class PushDelivery {
    private static final int MAX_WAITING = 1000;
    private static final int OK = 200;

    private record Waiting(String id, Object message) {}

    private final PushTarget target;
    private final PushBody body;
    private final PushClient client;
    private final SimulatorLoop loop;
    private final Clock clock;
    private final Consumer<PushAttempt> log;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean verified;
    private boolean busy;

    PushDelivery(PushTarget target, PushClient client, SimulatorLoop loop, Consumer<PushAttempt> log) {
        this.target = target;
        this.body = new PushBody(target);
        this.client = client;
        this.loop = loop;
        this.clock = loop.clock();
        this.log = log;
    }

    /** Begins with the verification. */
    void start() {
        verify(0);
    }

    /** Takes a message, in place of the oldest when too many wait. */
    void accept(Object message) {
        waiting.addLast(new Waiting(UUID.randomUUID().toString(), message));
        if (waiting.size() > MAX_WAITING) {
            waiting.removeFirst();
        }
        next();
    }

    /** The server has to answer the verification with {@code msg} as it is. */
    private void verify(int attempt) {
        String nonce = body.nonce();
        String message = UUID.randomUUID().toString();
        Instant begun = clock.instant();
        client.get(verification(message, nonce), answer -> {
            verified = answer.status() == OK && answer.body().equals(message);
            if (verified) {
                next();
            } else {
                RetrySchedule.after(attempt).ifPresent(delay -> loop.schedule(delay, () -> verify(attempt + 1)));
            }
            log.accept(new PushAttempt(target.url(), "", attempt, begun, answer.status(), verified));
        });
    }

    private URI verification(String message, String nonce) {
        String url = target.url().toString();
        String signature = PushSignature.of(target.token(), nonce, message);
        return URI.create(url + (target.url().getRawQuery() == null ? "?" : "&") + "msg=" + encoded(message) + "&nonce="
                + encoded(nonce) + "&signature=" + encoded(signature));
    }

    private void next() {
        if (verified && !busy && !waiting.isEmpty()) {
            busy = true;
            deliver(waiting.removeFirst(), 0);
        }
    }

    private void deliver(Waiting one, int attempt) {
        Instant begun = clock.instant();
        client.post(target.url(), body.of(one.message(), one.id(), begun), answer -> {
            finished(one, attempt, begun, answer);
            if (attempt == 0) {
                busy = false;
                next();
            }
        });
    }

    private void finished(Waiting one, int attempt, Instant begun, Answer answer) {
        boolean delivered = answer.status() == OK;
        if (!delivered) {
            RetrySchedule.after(attempt).ifPresent(delay -> loop.schedule(delay, () -> deliver(one, attempt + 1)));
        }
        log.accept(new PushAttempt(target.url(), one.id(), attempt, begun, answer.status(), delivered));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
