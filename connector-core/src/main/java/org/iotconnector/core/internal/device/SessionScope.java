package org.iotconnector.core.internal.device;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.iotconnector.core.ConnectionLostException;
import org.iotconnector.core.internal.session.DefaultSession;
import org.iotconnector.core.internal.session.SessionContext;
import org.iotconnector.core.thing.Downlink;

/**
 * What all devices on one session share: a gateway hears the replies to its sub-devices' messages, so request numbers and
 * waiting replies are the session's. Thread-safe.
 */
final class SessionScope {
    private final DefaultSession session;
    private final ReplyTable replies;
    private final AtomicLong sequence;
    private final Map<String, Map<String, Downlink.Desired>> desiredAnswers = new ConcurrentHashMap<>();
    private final Map<String, DeviceCore<?>> subDevices = new ConcurrentHashMap<>();

    SessionScope(DefaultSession session, SessionContext context, Duration replyTimeout) {
        this.session = session;
        // What an earlier run has stored is answered under that run's numbers.
        this.sequence =
                new AtomicLong(session.isDurable() ? (long) (context.jitter().getAsDouble() * (1L << 31)) : 0);
        this.replies = new ReplyTable(context.time(), replyTimeout);
        session.onEnd(() -> replies.close(new ConnectionLostException(
                "The device was closed before the platform's reply came.", session.state())));
    }

    DefaultSession session() {
        return session;
    }

    ReplyTable replies() {
        return replies;
    }

    long nextSequence() {
        return sequence.incrementAndGet();
    }

    /** Desired values by the reply key of the query they answer, until that query's delivery completes. */
    Map<String, Map<String, Downlink.Desired>> desiredAnswers() {
        return desiredAnswers;
    }

    void addSubDevice(DeviceCore<?> device) {
        subDevices.put(device.id(), device);
    }

    void removeSubDevice(DeviceCore<?> device) {
        subDevices.remove(device.id(), device);
    }

    Optional<DeviceCore<?>> subDevice(String id) {
        return Optional.ofNullable(subDevices.get(id));
    }
}
