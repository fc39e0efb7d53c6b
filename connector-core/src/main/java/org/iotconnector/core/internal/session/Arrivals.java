package org.iotconnector.core.internal.session;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.TopicName;

/** Gives each message that comes to all who want it, and acknowledges it when the last of them is done. */
final class Arrivals {
    private final Function<TopicName, Set<Receiver>> receivers;
    private final SessionLog log;
    private final AtomicLong dropped = new AtomicLong();

    Arrivals(Function<TopicName, Set<Receiver>> receivers, SessionLog log) {
        this.receivers = receivers;
        this.log = log;
    }

    long dropped() {
        return dropped.get();
    }

    void countDropped(Message message, String why) {
        dropped.incrementAndGet();
        log.dropped(message.topic().text(), why);
    }

    void route(Message message, Runnable acknowledgement) {
        Set<Receiver> found = receivers.apply(message.topic());
        if (found.isEmpty()) {
            countDropped(message, "no subscription of this session matches it");
            acknowledgement.run();
            return;
        }
        AtomicInteger open = new AtomicInteger(found.size());
        Runnable done = () -> {
            if (open.decrementAndGet() == 0) {
                acknowledgement.run();
            }
        };
        for (Receiver receiver : found) {
            receiver.receive(message, done);
        }
    }
}
