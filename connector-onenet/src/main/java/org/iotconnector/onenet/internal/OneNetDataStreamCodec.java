package org.iotconnector.onenet.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.OneNetConfig;

/**
 * Products of data protocol datastream: properties as points of data streams, commands as bytes. Immutable. OneNET,
 * "Data point topics" and "Command topics", read 2026-11.
 */
final class OneNetDataStreamCodec implements ThingCodec {
    private static final Function<Uplink, Outgoing> NO_MODEL =
            Unsupported.because("A OneNET product of data protocol datastream has no thing model: report"
                    + " properties, each a data stream, and take raw commands.");
    private static final String ACCEPTED = OneNetTopics.DATA_POINTS_POST + OneNetTopics.ACCEPTED;
    private static final String REJECTED = OneNetTopics.DATA_POINTS_POST + OneNetTopics.REJECTED;

    private final OneNetTopics topics;
    private final OneNetSubscriptions subscriptions;
    private final OneNetDataPoints points;

    OneNetDataStreamCodec(OneNetConfig config) {
        this.topics = new OneNetTopics(config.productId(), config.deviceName());
        this.subscriptions = new OneNetSubscriptions(topics);
        this.points = new OneNetDataPoints(topics.of(OneNetTopics.DATA_POINTS_POST), config.qos());
    }

    @Override
    public List<Subscription> subscriptions(Interest interest) {
        return subscriptions.dataStreams(interest);
    }

    @Override
    public List<Outgoing> encode(Uplink message, long sequence) {
        long id = OneNetDataPoints.id(sequence);
        return List.of(message.match(
                report -> points.report(report, id),
                NO_MODEL,
                NO_MODEL,
                NO_MODEL,
                NO_MODEL,
                NO_MODEL,
                batch -> points.backlog(batch.backlog(), id),
                history -> points.backlog(history.backlog(), id),
                NO_MODEL,
                OneNetDataStreamCodec::commandAnswer));
    }

    private static Outgoing commandAnswer(Uplink.RawReply reply) {
        int length = reply.payload().length();
        if (length > OneNetLimits.MAX_COMMAND_ANSWER) {
            throw new MappingException(
                    "",
                    "The answer to a command has " + length + " bytes; OneNET takes less than 1 KB, at most "
                            + OneNetLimits.MAX_COMMAND_ANSWER + ".");
        }
        return OneNetAnswers.bytes(reply.to(), reply.payload());
    }

    @Override
    public List<Downlink> decode(Message message) {
        return topics.path(message.topic())
                .flatMap(path -> decode(path, message.payload()))
                .map(List::of)
                .orElse(List.of());
    }

    private Optional<Downlink> decode(String path, Bytes payload) {
        if (path.equals(ACCEPTED)) {
            Values verdict = Json.readObject(payload.toArray());
            return Optional.of(new Downlink.PlatformReply(key(verdict), 0, "", Values.empty(), true));
        }
        if (path.equals(REJECTED)) {
            Values verdict = Json.readObject(payload.toArray());
            String text = verdict.has("err_msg") ? verdict.text("err_msg") : "";
            return Optional.of(
                    new Downlink.PlatformReply(key(verdict), verdict.integer("err_code"), text, Values.empty(), false));
        }
        return OneNetTopics.levelAfter(OneNetTopics.COMMAND_REQUEST, path)
                .map(id -> new Downlink.RawCommand(payload, answer(id)));
    }

    /** Of a message that could not be read the platform knows no id, and says -1. */
    private static String key(Values verdict) {
        return OneNetTopics.replyKey(OneNetTopics.DATA_POINTS_POST, Long.toString(verdict.longInteger("id")));
    }

    private Optional<ReplyAddress> answer(String id) {
        return Optional.of(new ReplyAddress(topics.of(OneNetTopics.COMMAND_RESPONSE + id), id));
    }
}
