package org.iotconnector.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.iotconnector.core.session.SubscribeResult;
import org.iotconnector.core.session.Subscription;

/** One SUBSCRIBE. It is answered once; later answers do nothing. Thread-safe. */
public final class SubscribeRequest {
    private final List<Subscription> subscriptions;
    private final Consumer<List<SubscribeResult>> answer;
    private final AtomicBoolean answered = new AtomicBoolean();

    SubscribeRequest(List<Subscription> subscriptions, Consumer<List<SubscribeResult>> answer) {
        this.subscriptions = List.copyOf(subscriptions);
        this.answer = answer;
    }

    /** What is asked for, in order. */
    public List<Subscription> subscriptions() {
        return subscriptions;
    }

    /** The filters asked for, as text. */
    public List<String> filters() {
        return subscriptions.stream()
                .map(subscription -> subscription.filter().text())
                .toList();
    }

    /** Grants every filter at the quality of service asked for. */
    public void grant() {
        answer(subscriptions.stream()
                .mapToInt(subscription -> subscription.qos().level())
                .toArray());
    }

    /** Answers with these codes, one for each filter: 0 to 2 grant it, 128 and above refuse it. */
    public void answer(int... codes) {
        List<SubscribeResult> results = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            results.add(SubscribeResult.ofCode(subscriptions.get(i).filter(), codes[i]));
        }
        answer(results);
    }

    /** Tells the session that no SUBACK came. */
    public void ignore() {
        answer(List.of());
    }

    private void answer(List<SubscribeResult> results) {
        if (answered.compareAndSet(false, true)) {
            answer.accept(results);
        }
    }

    @Override
    public String toString() {
        return "SubscribeRequest" + filters();
    }
}
