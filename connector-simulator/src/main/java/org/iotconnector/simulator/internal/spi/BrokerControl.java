package org.iotconnector.simulator.internal.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.iotconnector.simulator.Fault;
import org.jspecify.annotations.Nullable;

/** What a platform can make the broker do. To be called on the loop thread. */
public interface BrokerControl {

    /** Whether the client is connected. */
    boolean isOnline(String identity);

    /** The connected client. */
    Optional<Peer> peer(String identity);

    /** Sends to one device if its subscriptions fit, or keeps the message for its persistent session. */
    DeliveryResult deliver(String identity, Message message);

    /** Sends to one connected device whatever its subscriptions are. */
    DeliveryResult push(String identity, Message message);

    /** Keeps it if it is retained, sends it to all whose subscriptions fit, and returns whom; no platform rule is asked about its sender. */
    List<String> distribute(Message message);

    /** The retained message of this topic. */
    Optional<Message> retained(String topic);

    /** Figures of this moment. */
    Census census();

    /** Whether {@link #deliver} would find a subscription. */
    boolean isSubscribed(String identity, String topic);

    /** Topic filters of the device's session, connected or not. */
    Set<String> filters(String identity);

    /** Closes the device's connection; MQTT 5 clients are told the reason code first. Has no effect when offline. */
    void kick(String identity, int reasonCode);

    /** Uses up one armed fault of this type for this device, if there is one. */
    <F extends Fault> Optional<F> takeFault(Class<F> type, String identity);

    /** As {@link #takeFault(Class, String)}, of those faults that also meet a condition. The device may be unknown. */
    <F extends Fault> Optional<F> takeFault(Class<F> type, @Nullable String identity, Predicate<F> condition);

    /** Tells waiting tests that something has changed. */
    void changed();
}
