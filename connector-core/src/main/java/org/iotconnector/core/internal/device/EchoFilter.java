package org.iotconnector.core.internal.device;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.TimeSource;
import org.iotconnector.core.spi.Echo;

/**
 * Recognises what a platform sends back to the device that published it. Each echo is expected once, from the moment its
 * message goes on the wire, and not for ever: one that was lost must not swallow the same words of somebody else later.
 * Thread-safe.
 */
final class EchoFilter {
    /** A broker answers in milliseconds; this allows for a slow line. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MOST = 1_000;

    private final TimeSource time;
    private final Deque<Expected> expected = new ArrayDeque<>(1);

    private record Expected(Echo echo, long since) {}

    EchoFilter(TimeSource time) {
        this.time = time;
    }

    synchronized void expect(List<Echo> echoes) {
        long now = time.nanoTime();
        forgetOld(now);
        echoes.forEach(echo -> expected.addLast(new Expected(echo, now)));
        while (expected.size() > MOST) {
            expected.removeFirst();
        }
    }

    /** Whether the message is an echo; the same one is recognised once. */
    synchronized boolean take(Message message) {
        if (expected.isEmpty()) {
            return false;
        }
        forgetOld(time.nanoTime());
        for (Iterator<Expected> each = expected.iterator(); each.hasNext(); ) {
            Echo echo = each.next().echo;
            if (echo.topic().equals(message.topic()) && echo.payload().equals(message.payload())) {
                each.remove();
                return true;
            }
        }
        return false;
    }

    private void forgetOld(long now) {
        for (Expected oldest = expected.peekFirst();
                oldest != null && now - oldest.since > PATIENCE.toNanos();
                oldest = expected.peekFirst()) {
            expected.removeFirst();
        }
    }
}
