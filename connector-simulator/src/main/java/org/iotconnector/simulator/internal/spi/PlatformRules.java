package org.iotconnector.simulator.internal.spi;

import java.util.UUID;
import org.iotconnector.simulator.Disposition;
import org.jspecify.annotations.Nullable;

/** The platform's side of the broker. All methods are called on the loop thread and must not block. */
public interface PlatformRules {

    /** Whether a CONNECT of a version the broker cannot read is answered with CONNACK 1; closed without an answer if not. */
    default boolean answersUnknownVersion() {
        return true;
    }

    /** What the platform offers to clients of this protocol level. */
    BrokerTraits traits(int protocolLevel);

    /** Decides about a CONNECT. Implementations must compare secrets in constant time. */
    Login login(ConnectRequest request);

    /** Which device the CONNECT claims to be, unverified, so that faults find it; null if it cannot be told. */
    @Nullable
    String claimedIdentity(ConnectRequest request);

    /** Called when CONNACK has been sent and queued messages have followed it. */
    void connected(Peer peer);

    /** Called once for each connected peer when its connection has ended, also by take-over. */
    void disconnected(Peer peer);

    /** Called when a session has ended: its subscriptions and what was kept for it are gone. */
    default void sessionEnded(String identity) {}

    /** Whether a SUBSCRIBE or UNSUBSCRIBE may carry this many filters; the connection is closed if not. */
    default boolean allowsFilters(int count) {
        return true;
    }

    /** Whether a malformed topic filter closes the connection, as many brokers do; it is answered with failure if not. */
    default boolean closesOnMalformedFilter() {
        return false;
    }

    /** Whether {@code $share/{group}/{filter}} may be subscribed, by clients of any version; it is answered with failure if not. */
    default boolean offersSharedSubscriptions() {
        return false;
    }

    /** What an MQTT 5 client that gave no identifier is told that its identifier is. */
    default String assignedClientId(Login.Accepted login) {
        return UUID.randomUUID().toString();
    }

    /**
     * Decides about one topic filter, which is already known to be well-formed. Of a shared one it sees the filter without group.
     *
     * @return QoS granted, or a negative number for failure
     */
    int grant(Peer peer, String filter, int requestedQos);

    /** Whether a session may get what comes on a topic it has subscribed to; if not, nobody is told. */
    default boolean mayReceive(String identity, String topic) {
        return true;
    }

    /** Decides about a PUBLISH, whose topic name is already known to be well-formed, before it is acknowledged. */
    PublishVerdict judge(Peer peer, Message message);

    /**
     * As {@link #judge} for a topic name that is not well-formed. By default it closes the connection, as MQTT 5 section 4.13 has it.
     * Acceptance is not an option.
     */
    default PublishVerdict judgeMalformed(Peer peer, Message message) {
        return PublishVerdict.close(Disposition.REFUSED_TOPIC, 0x90);
    }

    /** Processes a message whose verdict was acceptance, after it was acknowledged. */
    void handle(Peer peer, Message message);

    /** QoS of a delivery. The standard's answer is the lower of the two. */
    default int deliveryQos(int publishQos, int grantedQos) {
        return Math.min(publishQos, grantedQos);
    }
}
