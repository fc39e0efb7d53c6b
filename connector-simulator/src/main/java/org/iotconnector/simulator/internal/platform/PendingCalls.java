package org.iotconnector.simulator.internal.platform;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.internal.time.SimulatorLoop;

/**
 * Requests to devices whose replies are awaited. A late or second reply finds nothing here and is dropped.
 *
 * @param <R> how a request ends
 */
public final class PendingCalls<R> {

    /**
     * Where a reply is expected.
     *
     * @param topic the reply's topic
     * @param id the request's id, empty where the topic alone decides
     */
    public record Key(String topic, String id) {}

    private record Call<R>(CompletableFuture<R> future, Runnable cancelTimeout) {}

    private final Map<Key, Deque<Call<R>>> calls = new HashMap<>();
    private final SimulatorLoop loop;

    /** Nothing is awaited yet. */
    public PendingCalls(SimulatorLoop loop) {
        this.loop = loop;
    }

    /** Expects a reply within {@code limit}; the request ends with {@code late} if none comes. */
    public CompletableFuture<R> expect(Key key, Duration limit, R late) {
        CompletableFuture<R> future = new CompletableFuture<>();
        Runnable cancel = loop.schedule(limit, () -> {
            remove(key, future);
            loop.complete(future, late);
        });
        calls.computeIfAbsent(key, unused -> new ArrayDeque<>()).addLast(new Call<>(future, cancel));
        return future;
    }

    /** Ends a request that could not be sent. */
    public void giveUp(Key key, CompletableFuture<R> future, R end) {
        remove(key, future);
        loop.complete(future, end);
    }

    /**
     * A reply has come; the oldest request it fits gets it.
     *
     * @return whether there was one
     */
    public boolean complete(Key key, R reply) {
        Deque<Call<R>> waiting = calls.get(key);
        if (waiting != null) {
            Call<R> call = waiting.getFirst();
            remove(key, call.future());
            loop.complete(call.future(), reply);
        }
        return waiting != null;
    }

    private void remove(Key key, CompletableFuture<R> future) {
        Deque<Call<R>> waiting = calls.get(key);
        if (waiting == null) {
            return;
        }
        waiting.removeIf(call -> {
            boolean found = call.future() == future;
            if (found) {
                call.cancelTimeout().run();
            }
            return found;
        });
        if (waiting.isEmpty()) {
            calls.remove(key);
        }
    }
}
