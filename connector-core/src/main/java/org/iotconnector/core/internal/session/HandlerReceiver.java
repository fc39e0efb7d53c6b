package org.iotconnector.core.internal.session;

import java.util.function.BiConsumer;
import org.iotconnector.core.internal.concurrent.HandlerLane;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MessageHandler;
import org.iotconnector.core.session.QualityOfService;

/** Hands messages to a user's handler, one at a time, and acknowledges each after the handler has returned. */
final class HandlerReceiver implements Receiver {
    private final MessageHandler handler;
    private final HandlerLane executor;
    private final int limit;
    private final SessionLog log;
    private final BiConsumer<Message, String> dropped;

    HandlerReceiver(
            MessageHandler handler,
            HandlerLane executor,
            int limit,
            SessionLog log,
            BiConsumer<Message, String> dropped) {
        this.handler = handler;
        this.executor = executor;
        this.limit = limit;
        this.log = log;
        this.dropped = dropped;
    }

    @Override
    public void receive(Message message, Runnable done) {
        // QoS 1 and 2 need no bound here: unacknowledged ones are bounded by what the server sends ahead.
        if (message.qos() == QualityOfService.AT_MOST_ONCE && executor.backlog() >= limit) {
            dropped.accept(message, "its handler has " + limit + " messages waiting");
            done.run();
            return;
        }
        executor.execute(message.topic().text(), () -> handle(message, done));
    }

    private void handle(Message message, Runnable done) {
        try {
            handler.onMessage(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            log.handlerFailed(message.topic().text(), e);
        } finally {
            done.run();
        }
    }
}
