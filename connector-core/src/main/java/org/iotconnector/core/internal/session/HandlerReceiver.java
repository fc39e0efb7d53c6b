package org.iotconnector.core.internal.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.iotconnector.core.internal.concurrent.HandlerLane;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MessageHandler;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.RetryLaterException;
import org.iotconnector.core.session.TimeSource;

/**
 * Hands messages to a user's handler, one at a time, and acknowledges each after the handler has returned. One that the
 * handler puts off keeps its place: nothing overtakes it, and it is not acknowledged meanwhile.
 */
final class HandlerReceiver implements Receiver {
    private final MessageHandler handler;
    private final HandlerLane lane;
    private final TimeSource time;
    private final int limit;
    private final SessionLog log;
    private final BiConsumer<Message, String> dropped;
    /** Only its own lane's tasks, which follow each other, see it. */
    private boolean puttingOff;

    HandlerReceiver(
            MessageHandler handler,
            HandlerLane lane,
            TimeSource time,
            int limit,
            SessionLog log,
            BiConsumer<Message, String> dropped) {
        this.handler = handler;
        this.lane = lane;
        this.time = time;
        this.limit = limit;
        this.log = log;
        this.dropped = dropped;
    }

    @Override
    public void receive(Message message, Runnable done) {
        // QoS 1 and 2 need no bound here: unacknowledged ones are bounded by what the server sends ahead.
        if (message.qos() == QualityOfService.AT_MOST_ONCE && lane.backlog() >= limit) {
            dropped.accept(message, "its handler has " + limit + " messages waiting");
            done.run();
            return;
        }
        lane.submit(message.topic().text(), () -> handle(message, done));
    }

    private CompletionStage<?> handle(Message message, Runnable done) {
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        attempt(message, done, over);
        return over;
    }

    private void attempt(Message message, Runnable done, CompletableFuture<Boolean> over) {
        try {
            handler.onMessage(message);
        } catch (RetryLaterException e) {
            log.putOff(message.topic().text(), e, puttingOff);
            puttingOff = true;
            time.schedule(e.delay(), () -> lane.pool().execute(() -> attempt(message, done, over)));
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            log.handlerFailed(message.topic().text(), e);
        }
        puttingOff = false;
        done.run();
        over.complete(Boolean.TRUE);
    }
}
