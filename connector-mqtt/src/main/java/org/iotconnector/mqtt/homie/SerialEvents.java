package org.iotconnector.mqtt.homie;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;

/**
 * Hands events to a listener one at a time and in order, although they come from several threads, and without a lock that
 * a listener could wait for. Thread-safe.
 */
final class SerialEvents {
    private final HomieListener listener;
    private final Logger log;
    private final Queue<Consumer<HomieListener>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger callers = new AtomicInteger();

    SerialEvents(HomieListener listener, Logger log) {
        this.listener = listener;
        this.log = log;
    }

    void add(List<Consumer<HomieListener>> events) {
        waiting.addAll(events);
    }

    /** Delivers what waits, unless another thread does so already; that one then takes it along. */
    void deliver() {
        if (callers.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        while (seen > 0) {
            for (Consumer<HomieListener> event = waiting.poll(); event != null; event = waiting.poll()) {
                tell(event);
            }
            seen = callers.addAndGet(-seen);
        }
    }

    private void tell(Consumer<HomieListener> event) {
        try {
            event.accept(listener);
        } catch (RuntimeException | Error e) {
            log.warn("A listener for Homie devices failed; the next event is delivered.", e);
        }
    }
}
