package org.iotconnector.core.internal.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.iotconnector.core.ConnectionLostException;
import org.iotconnector.core.session.SubscribeResult;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.SubscriptionHandle;

/** A subscription somebody holds. */
final class ActiveSubscription implements SubscriptionHandle, Subscriber.Answer {
    private final List<Subscription> subscriptions;
    private final Receiver receiver;
    private final SessionDriver driver;
    private final Executor handlers;
    private final CompletableFuture<List<SubscribeResult>> result = new CompletableFuture<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    ActiveSubscription(List<Subscription> subscriptions, Receiver receiver, SessionDriver driver, Executor handlers) {
        this.subscriptions = subscriptions;
        this.receiver = receiver;
        this.driver = driver;
        this.handlers = handlers;
    }

    void start() {
        driver.subscribe(subscriptions, receiver, this);
    }

    @Override
    public void answered(List<SubscribeResult> results) {
        handlers.execute(() -> result.complete(List.copyOf(results)));
    }

    @Override
    public void closed() {
        fail("The session was closed before the server answered the subscription.");
    }

    private void fail(String why) {
        ConnectionLostException failure = new ConnectionLostException(why, driver.state());
        handlers.execute(() -> result.completeExceptionally(failure));
    }

    @Override
    public CompletableFuture<List<SubscribeResult>> result() {
        return result.copy();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            driver.unsubscribe(subscriptions, receiver, this);
            fail("The subscription was given back before the server answered it.");
        }
    }
}
