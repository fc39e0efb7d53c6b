package org.iotconnector.tck;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.iotconnector.core.session.TopicFilter;

/** One UNSUBSCRIBE. It is answered once; later answers do nothing. Thread-safe. */
public final class UnsubscribeRequest {
    private final List<TopicFilter> filters;
    private final Consumer<Boolean> answer;
    private final AtomicBoolean answered = new AtomicBoolean();

    UnsubscribeRequest(List<TopicFilter> filters, Consumer<Boolean> answer) {
        this.filters = List.copyOf(filters);
        this.answer = answer;
    }

    /** The filters given back, as text. */
    public List<String> filters() {
        return filters.stream().map(TopicFilter::text).toList();
    }

    /** Confirms it. */
    public void confirm() {
        if (answered.compareAndSet(false, true)) {
            answer.accept(true);
        }
    }
}
