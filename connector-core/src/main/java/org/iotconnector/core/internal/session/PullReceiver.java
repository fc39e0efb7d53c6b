package org.iotconnector.core.internal.session;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.QualityOfService;
import org.jspecify.annotations.Nullable;

/** Keeps messages for {@code receive} and {@code poll}; taking one acknowledges it. Thread-safe. */
final class PullReceiver implements Receiver {
    private final LinkedBlockingDeque<Parcel> parcels = new LinkedBlockingDeque<>();
    private final int limit;
    private final BiConsumer<Message, String> dropped;

    PullReceiver(int limit, BiConsumer<Message, String> dropped) {
        this.limit = limit;
        this.dropped = dropped;
    }

    /** One message that waits; without a message it only wakes who waits for one. */
    private record Parcel(@Nullable Message message, Runnable done) {}

    @Override
    public void receive(Message message, Runnable done) {
        if (message.qos() == QualityOfService.AT_MOST_ONCE && parcels.size() >= limit) {
            dropped.accept(message, limit + " messages wait for receive()");
            done.run();
            return;
        }
        parcels.add(new Parcel(message, done));
    }

    Optional<Message> receive(Duration timeout) throws InterruptedException {
        return take(parcels.poll(Math.max(0, timeout.toNanos()), TimeUnit.NANOSECONDS));
    }

    Optional<Message> poll() {
        return take(parcels.poll());
    }

    /** Wakes every present and later waiter: nothing will come any more. */
    void close() {
        parcels.add(new Parcel(null, () -> {}));
    }

    private Optional<Message> take(@Nullable Parcel parcel) {
        if (parcel == null) {
            return Optional.empty();
        }
        Message message = parcel.message();
        if (message == null) {
            // The end mark stays last, for the next waiter.
            parcels.add(parcel);
            return Optional.empty();
        }
        parcel.done().run();
        return Optional.of(message);
    }
}
