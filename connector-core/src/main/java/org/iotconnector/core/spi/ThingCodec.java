package org.iotconnector.core.spi;

import java.time.Instant;
import java.util.List;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;

/**
 * The topics and payloads of one device: pure functions between thing-model messages and MQTT messages. Implementations
 * must be immutable; core calls them from any thread.
 */
public interface ThingCodec {
    /**
     * What to subscribe so that everything {@code interest} asks for is heard, replies included. Implementations must
     * return the filters in a fixed order, without duplicates.
     */
    List<Subscription> subscriptions(Interest interest);

    /**
     * Where the platform sends to this device without having been asked, such as commands on topics that nobody may
     * subscribe. Core hands these messages to {@link #decode} and never asks a server for the filters. Implementations
     * must always return the same filters, and none that {@link #subscriptions} may return; default none.
     */
    default List<TopicFilter> unsubscribed() {
        return List.of();
    }

    /**
     * Turns one thing-model message into one or more MQTT messages, in sending order.
     *
     * @param sequence a number that no other message of this session has within the last 2³² ones, for request ids
     * @throws org.iotconnector.core.MappingException when the platform cannot express the message
     * @throws UnsupportedOperationException when the platform has no such kind of message at all; the text says so
     */
    List<Outgoing> encode(Uplink message, long sequence);

    /**
     * Reads what the platform sent. Implementations must return an empty list for topics that are none of theirs, and
     * must not fail in any other way than with MappingException, whatever the bytes.
     *
     * @throws org.iotconnector.core.MappingException when the payload is not what the platform documents
     */
    List<Downlink> decode(Message message);

    /**
     * What to send as soon as the server has granted a subscription, on every connection again: on platforms without
     * retained messages, the question for what the topic last carried. Core sends it before anything that waits.
     * Implementations must return none for subscriptions that are none of {@link #subscriptions}; default none.
     */
    default List<Outgoing> recall(Subscription granted) {
        return List.of();
    }

    /**
     * What has to be said on every new connection, after the subscriptions and before this device may talk, in this
     * order: each message waits until the one before is acknowledged and, where it is one the platform answers, answered
     * well. For devices behind a gateway, which log in over its session, and for conventions in which a device introduces
     * itself; default nothing.
     *
     * @param now for credentials
     * @param reported the newest value of each property that the device has reported since it was opened
     * @param sequence as in {@link #encode}
     */
    default List<Outgoing> attach(Instant now, Values reported, long sequence) {
        return List.of();
    }

    /**
     * What is said when this device ends in good order; default nothing. It is the last that is sent.
     *
     * @param sequence as in {@link #encode}
     */
    default List<Outgoing> detach(long sequence) {
        return List.of();
    }
}
