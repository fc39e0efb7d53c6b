package org.iotconnector.aliyun.internal;

import java.nio.charset.StandardCharsets;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;

/** What a device answers to the platform's requests: {@code {"id","code","message","data"}}. */
final class AliyunAnswers {
    private final AliyunTopics topics;

    AliyunAnswers(AliyunTopics topics) {
        this.topics = topics;
    }

    Outgoing set(Uplink.SetReply reply) {
        return answer(reply.to(), reply.code(), reply.message(), Values.empty());
    }

    Outgoing service(Uplink.ServiceReply reply) {
        return answer(reply.to(), reply.code(), reply.message(), reply.output());
    }

    Outgoing raw(Uplink.RawReply reply) {
        return answer(reply.to(), reply.payload());
    }

    private Outgoing answer(ReplyAddress to, int code, String message, Values data) {
        JsonWriter json = JsonWriter.create(Alink.FORM).startObject();
        json.name("id").text(to.id()).name("code").number(code);
        if (!message.isEmpty()) {
            json.name("message").text(encodable(message));
        }
        return answer(to, Bytes.copyOf(json.name("data").value(data).endObject().finish()));
    }

    private Outgoing answer(ReplyAddress to, Bytes payload) {
        QualityOfService qos =
                topics.isRrpc(to.topic()) ? QualityOfService.AT_MOST_ONCE : QualityOfService.AT_LEAST_ONCE;
        return Outgoing.of(new Publication(topic(to), payload, qos, false));
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
