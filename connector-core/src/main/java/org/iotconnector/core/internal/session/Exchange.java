package org.iotconnector.core.internal.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.iotconnector.core.ConnectionLostException;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.ReplyTimeoutException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.session.SubscribeResult;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.SubscriptionHandle;

/** One request and its correlated reply over any topics. */
final class Exchange {
    private final DefaultSession session;
    private final SessionContext context;
    private final Predicate<Message> isReply;
    private final CompletableFuture<Message> reply = new CompletableFuture<>();

    Exchange(DefaultSession session, SessionContext context, Predicate<Message> isReply) {
        this.session = session;
        this.context = context;
        this.isReply = isReply;
    }

    CompletableFuture<Message> start(Publication request, Subscription replies, Duration timeout) {
        SubscriptionHandle listening = session.subscribe(List.of(replies), this::receive);
        Registration timer = context.time()
                .schedule(
                        timeout,
                        () -> fail(new ReplyTimeoutException("No reply on ["
                                + replies.filter() + "] to the request on [" + request.topic() + "] within "
                                + timeout.toMillis()
                                + " ms.")));
        Registration ending = session.onEnd(this::sessionClosed);
        reply.whenComplete((message, failure) -> {
            timer.close();
            ending.close();
            listening.close();
        });
        // A request that overtakes its own subscription would miss the reply.
        listening.result().thenAccept(results -> {
            if (results.stream().allMatch(SubscribeResult::accepted)) {
                publish(request);
            } else {
                fail(new MappingException(
                        replies.filter().text(),
                        "The server refused the subscription to the reply, code "
                                + results.get(0).reasonCode() + "; no reply could be heard."));
            }
        });
        CompletableFuture<Message> handed = reply.copy();
        handed.whenComplete((message, failure) -> {
            if (handed.isCancelled()) {
                reply.cancel(false);
            }
        });
        return handed;
    }

    private void sessionClosed() {
        fail(new ConnectionLostException("The session was closed before the reply came.", session.state()));
    }

    private void publish(Publication request) {
        try {
            session.publishUnkept(request).acknowledged().exceptionally(failure -> {
                reply.completeExceptionally(failure);
                return null;
            });
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void receive(Message message, Runnable done) {
        boolean matches;
        try {
            matches = isReply.test(message);
        } catch (RuntimeException e) {
            session.countDropped(
                    message,
                    "the exchange's condition failed with " + e.getClass().getSimpleName());
            matches = false;
        }
        if (matches) {
            context.completions().execute(() -> reply.complete(message));
        }
        done.run();
    }

    private void fail(RuntimeException failure) {
        context.completions().execute(() -> reply.completeExceptionally(failure));
    }
}
