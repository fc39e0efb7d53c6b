package org.iotconnector.simulator.internal.onenet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the platform tells servers about devices, for whoever delivers it. */
public final class Notices {

    /** The kinds. */
    public enum Kind {
        /** Online or offline. */
        LIFE_CYCLE,
        /** Property values. */
        PROPERTY,
        /** Events. */
        EVENT,
        /** The reply to an asynchronous service call. */
        SERVICE_REPLY,
        /** Points of data streams. */
        DATA_POINT
    }

    /**
     * One notice.
     *
     * @param kind what it is about
     * @param device whom it is about
     * @param body plain values of the rule engine's form, with the names of the device and its number
     */
    public record Notice(Kind kind, DeviceState device, Map<String, @Nullable Object> body) {}

    private final List<Consumer<Notice>> subscribers = new ArrayList<>();

    /** Adds a receiver, called on the loop thread, which must not block. */
    public void subscribe(Consumer<Notice> subscriber) {
        subscribers.add(subscriber);
    }

    void send(Notice notice) {
        subscribers.forEach(subscriber -> subscriber.accept(notice));
    }
}
