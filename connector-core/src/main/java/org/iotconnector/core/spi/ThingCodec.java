package org.iotconnector.core.spi;

import java.time.Instant;
import java.util.List;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Uplink;

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
     * What has to be said on every new connection before this device may talk, in this order: each message waits for
     * the good answer to the one before. For devices behind a gateway, which log in over its session; default nothing.
     *
     * @param now for credentials
     * @param sequence as in {@link #encode}
     * @return messages that the platform answers
     */
    default List<Outgoing> attach(Instant now, long sequence) {
        return List.of();
    }

    /**
     * What is said when this device ends while its connection goes on; default nothing.
     *
     * @param sequence as in {@link #encode}
     */
    default List<Outgoing> detach(long sequence) {
        return List.of();
    }
}
