package org.iotconnector.core.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.iotconnector.core.tls.TlsEnd;

/**
 * The one seam between a session and an MQTT client: HiveMQ's in production, a scripted one in tests. A transport
 * serves one session over any number of network connections, one at a time, and keeps what MQTT wants kept between
 * them. It never retries on its own.
 *
 * <p>All methods return at once, are called by one thread at a time, and report through callbacks, which may come on any
 * thread, also before the method has returned. Implementations must
 *
 * <ul>
 *   <li>answer each {@link #connect} with exactly one {@link Listener#onConnected} or {@link Listener#onDisconnected},
 *       and each connection made with exactly one later {@link Listener#onDisconnected};
 *   <li>answer each {@link #publish} with exactly one outcome, at the latest after {@link #disconnect}, or when the next
 *       connection is made unless that continues the MQTT session; what may not have reached the server ends as {@link Outcome.Lost};
 *   <li>answer each {@link #subscribe} and {@link #unsubscribe} exactly once;
 *   <li>acknowledge a received message to the server when its acknowledgement is run, and not before.
 * </ul>
 */
public interface MqttTransport {
    /** Opens a network connection and sends CONNECT. Called only while there is no connection. */
    void connect(ConnectParameters parameters, ConnectLimits limits, Listener listener);

    /** Sends one SUBSCRIBE; {@code answer} gets a result per filter, or an empty list when no SUBACK came. */
    void subscribe(List<Subscription> subscriptions, Consumer<List<SubscribeResult>> answer);

    /** Sends one UNSUBSCRIBE; {@code answer} gets whether it was confirmed. */
    void unsubscribe(List<TopicFilter> filters, Consumer<Boolean> answer);

    /** Sends one PUBLISH; {@code answer} gets what became of it. */
    void publish(Publication publication, Consumer<Outcome> answer);

    /** Sends DISCONNECT if connected, and ends the connection or the attempt in any state. Idempotent. */
    void disconnect();

    /**
     * As {@link #disconnect}, but another connection follows: where the server is to keep the MQTT session, what is
     * unanswered is kept for it as well, and has its outcome on a later connection. Like {@link #disconnect} unless
     * overridden.
     */
    default void suspend() {
        disconnect();
    }

    /**
     * As {@link #suspend}, at once and without DISCONNECT: for a connection that is dead, or an attempt that takes too long.
     */
    default void cut() {
        suspend();
    }

    /** How long the connection has been silent; empty when there is none or nothing is known. On any thread. */
    default Optional<Silence> silence() {
        return Optional.empty();
    }

    /** Is told what happens to a connection. */
    interface Listener {
        /**
         * What the connection that is about to be reported stands on and that ends, such as the root certificate that vouched
         * for the server. Called before {@link #onConnected}, and only for TLS; does nothing by default.
         */
        default void onTrusted(List<TlsEnd> ends) {}

        /** CONNACK accepted; {@code sessionPresent} says whether the server kept state from before. */
        void onConnected(boolean sessionPresent);

        /** The attempt failed or the connection ended, because of {@code failure}. */
        void onDisconnected(Failure failure);

        /** A message came; running {@code acknowledgement} (any thread, once) acknowledges it. */
        void onMessage(Message message, Runnable acknowledgement);
    }

    /** What became of a PUBLISH. */
    sealed interface Outcome {
        /** QoS 0: handed to the network. QoS 1 and 2: the server has taken it. */
        record Acknowledged() implements Outcome {}

        /** The server answered that it does not take it, with an MQTT 5 reason code of 128 or above. */
        record Refused(int reasonCode, String reason) implements Outcome {}

        /** The connection ended first; the server may or may not have it. */
        record Lost() implements Outcome {}

        /** It cannot be sent at all, whatever the connection; the text says why. */
        record Unsendable(String reason) implements Outcome {}
    }
}
