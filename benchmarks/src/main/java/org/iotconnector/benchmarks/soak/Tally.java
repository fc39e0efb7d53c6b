package org.iotconnector.benchmarks.soak;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.outbox.DeliveryOutcome;

/** What became of the messages of one quality of service. Thread-safe. */
final class Tally {
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> received = new ConcurrentHashMap<>();

    void sent(String message, Delivery delivery) {
        sent.add(new Sent(message, delivery));
    }

    void received(String message) {
        received.computeIfAbsent(message, m -> new AtomicInteger()).incrementAndGet();
    }

    Line line() {
        int acknowledged = 0;
        int lost = 0;
        for (Sent one : sent) {
            if (one.delivery()
                    .outcome()
                    .filter(DeliveryOutcome.ACKNOWLEDGED::equals)
                    .isPresent()) {
                acknowledged++;
                lost += received.containsKey(one.message()) ? 0 : 1;
            }
        }
        int doubled =
                (int) received.values().stream().filter(it -> it.get() > 1).count();
        return new Line(sent.size(), acknowledged, received.size(), lost, doubled);
    }

    /**
     * The counts.
     *
     * @param received how many different ones came
     * @param lost acknowledged and never received
     * @param doubled received more than once
     */
    record Line(int sent, int acknowledged, int received, int lost, int doubled) {}

    private record Sent(String message, Delivery delivery) {}
}
