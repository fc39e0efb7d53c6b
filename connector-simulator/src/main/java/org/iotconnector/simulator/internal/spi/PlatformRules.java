package org.iotconnector.simulator.internal.spi;

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

    /** Whether a SUBSCRIBE or UNSUBSCRIBE may carry this many filters; the connection is closed if not. */
    default boolean allowsFilters(int count) {
        return true;
    }

    /**
     * Decides about one topic filter, which is already known to be well-formed.
     *
     * @return QoS granted, or a negative number for failure
     */
    int grant(Peer peer, String filter, int requestedQos);

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
