package org.iotconnector.simulator.internal.aliyun;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.aliyun.DeviceReply;
import org.iotconnector.simulator.internal.time.SimulatorLoop;

/** Requests to devices whose replies are awaited. A late or second reply finds nothing here and is dropped. */
final class PendingCalls {

    /**
     * Where a reply is expected.
     *
     * @param topic the reply's topic
     * @param id the request's id, empty where the topic alone decides
     */
    record Key(String topic, String id) {}

    private record Call(CompletableFuture<DeviceReply> future, Runnable cancelTimeout) {}

    private final Map<Key, Deque<Call>> calls = new HashMap<>();
    private final SimulatorLoop loop;

    PendingCalls(SimulatorLoop loop) {
        this.loop = loop;
    }

    /** Expects a reply within {@code limit}. */
    CompletableFuture<DeviceReply> expect(Key key, Duration limit) {
        CompletableFuture<DeviceReply> future = new CompletableFuture<>();
        Runnable cancel = loop.schedule(limit, () -> {
            remove(key, future);
            loop.complete(future, DeviceReply.none(DeviceReply.Outcome.TIMEOUT));
        });
        calls.computeIfAbsent(key, unused -> new ArrayDeque<>()).addLast(new Call(future, cancel));
        return future;
    }

    /** Ends a request that could not be sent. */
    void giveUp(Key key, CompletableFuture<DeviceReply> future, DeviceReply.Outcome outcome) {
        remove(key, future);
        loop.complete(future, DeviceReply.none(outcome));
    }

    /** A reply has come; the oldest request it fits gets it. */
    void complete(Key key, DeviceReply reply) {
        Deque<Call> waiting = calls.get(key);
        if (waiting != null) {
            Call call = waiting.getFirst();
            remove(key, call.future());
            loop.complete(call.future(), reply);
        }
    }

    private void remove(Key key, CompletableFuture<DeviceReply> future) {
        Deque<Call> waiting = calls.get(key);
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
