package org.iotconnector.onenet.legacy.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.onenet.legacy.CommandForm;
import org.iotconnector.onenet.legacy.LegacyConfig;

/** Commands on {@code $creq/{uuid}} and what a device answers on {@code $crsp/{uuid}}. */
final class LegacyCommands {
    private final LegacyConfig config;

    LegacyCommands(LegacyConfig config) {
        this.config = config;
    }

    List<Downlink> decode(Message message) {
        Optional<ReplyAddress> address = LegacyTopics.command(message.topic())
                .map(command -> new ReplyAddress(LegacyTopics.answer(command), command));
        if (address.isEmpty()) {
            return List.of();
        }
        Bytes payload = message.payload();
        boolean object = config.commands() == CommandForm.JSON && payload.length() > 0 && payload.at(0) == '{';
        return List.of(
                object
                        ? new Downlink.PropertySet(Json.readObject(payload.toArray()), address)
                        : new Downlink.RawCommand(payload, address));
    }

    /** The platform hands an answer on as it is; {@code {"code":200}} with a message where there is one is ours. */
    Outgoing set(Uplink.SetReply reply) {
        JsonWriter json = JsonWriter.create().startObject().name("code").number(reply.code());
        if (!reply.message().isEmpty()) {
            json.name("message").text(encodable(reply.message()));
        }
        return answer(reply.to(), Bytes.copyOf(json.endObject().finish()));
    }

    Outgoing raw(Uplink.RawReply reply) {
        return answer(reply.to(), reply.payload());
    }

    private Outgoing answer(ReplyAddress to, Bytes payload) {
        return Outgoing.of(new Publication(topic(to), payload, config.qos(), false));
    }

    private static TopicName topic(ReplyAddress to) {
        try {
            return TopicName.of(to.topic());
        } catch (IllegalArgumentException notOurs) {
            throw new MappingException("", "The reply address was not made by this codec: " + notOurs.getMessage());
        }
    }

    /** A message is often an exception's; half a character in it must not cost the answer. */
    private static String encodable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
