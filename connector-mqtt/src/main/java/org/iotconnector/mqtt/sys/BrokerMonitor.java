package org.iotconnector.mqtt.sys;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.SubscribeResult;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.SubscriptionHandle;

/**
 * Follows what a broker says about itself under {@code $SYS}. Mosquitto says all of it at once and then every 10 s unless
 * configured otherwise; EMQX lets only clients on its own machine read it, as it comes, and public brokers mostly nobody:
 * {@link #granted()} tells. It uses an MQTT session and leaves it open. Thread-safe; nothing blocks.
 */
public final class BrokerMonitor implements AutoCloseable {
    /** A broker has a few hundred; a cluster a few thousand. */
    private static final int MOST_TOPICS = 10_000;

    private final Listener listener;
    private final Map<String, String> topics = new TreeMap<>();
    private final SubscriptionHandle handle;

    private BrokerMonitor(MqttSession session, Listener listener) {
        this.listener = listener;
        this.handle = session.subscribe(
                List.of(Subscription.atMostOnce("$SYS/broker/#"), Subscription.atMostOnce("$SYS/brokers/#")),
                this::onMessage);
    }

    /** Begins to follow. */
    public static BrokerMonitor open(MqttSession session, Listener listener) {
        return new BrokerMonitor(session, listener);
    }

    /** Begins to follow, for {@link #status()} alone. */
    public static BrokerMonitor open(MqttSession session) {
        return open(session, (topic, value) -> {});
    }

    private void onMessage(Message message) throws Exception {
        String topic = message.topic().text();
        String value = message.text();
        synchronized (topics) {
            if (topics.size() < MOST_TOPICS || topics.containsKey(topic)) {
                topics.put(topic, value);
            }
        }
        listener.onTopic(topic, value);
    }

    /** What was said so far. */
    public BrokerStatus status() {
        synchronized (topics) {
            return topics.isEmpty() ? BrokerStatus.EMPTY : new BrokerStatus(topics);
        }
    }

    /** Whether the broker lets this client read; a broker may grant it and stay silent all the same. */
    public CompletableFuture<Boolean> granted() {
        return handle.result().thenApply(results -> results.stream().anyMatch(SubscribeResult::accepted));
    }

    /** Ends it; the session stays. */
    @Override
    public void close() {
        handle.close();
    }

    /** Follows single topics. */
    @FunctionalInterface
    public interface Listener {
        /** The broker said this. Called on a handler thread, one call at a time. */
        void onTopic(String topic, String value) throws Exception;
    }
}
