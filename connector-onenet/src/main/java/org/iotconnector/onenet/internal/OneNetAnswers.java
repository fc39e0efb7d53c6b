package org.iotconnector.onenet.internal;

import java.util.Optional;
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
import org.iotconnector.onenet.OneNetDeviceId;

/** What a device answers to the platform's requests: {@code {"id","code","msg"[,"data"]}}. */
final class OneNetAnswers {
    private OneNetAnswers() {}

    static Outgoing set(Uplink.SetReply reply) {
        return answer(reply.to(), reply.code(), reply.message(), Optional.empty());
    }

    static Outgoing service(Uplink.ServiceReply reply) {
        return answer(reply.to(), reply.code(), reply.message(), Optional.of(reply.output()));
    }

    /**
     * A sub-device's answer on its gateway's topics: to a call it repeats who and which service it was, whose name the
     * address carries.
     */
    static Outgoing ofSubDevice(OneNetDeviceId device, Uplink.ServiceReply reply) {
        String service = reply.to().detail();
        if (service.isEmpty()) {
            return service(reply);
        }
        Values data = Values.of(
                "deviceName", device.deviceName(),
                "productID", device.productId(),
                "identifier", service,
                "output", reply.output());
        return answer(reply.to(), reply.code(), reply.message(), Optional.of(data));
    }

    private static Outgoing answer(ReplyAddress to, int code, String message, Optional<Values> data) {
        JsonWriter json = JsonWriter.create().startObject();
        json.name("id")
                .text(OneJson.encodable(to.id()))
                .name("code")
                .number(code)
                .name("msg")
                .text(text(code, message));
        data.ifPresent(values -> json.name("data").value(values));
        return bytes(to, Bytes.copyOf(json.endObject().finish()));
    }

    /** An answer of these bytes, at least once: the caller waits for it. */
    static Outgoing bytes(ReplyAddress to, Bytes payload) {
        return Outgoing.of(new Publication(topic(to), payload, QualityOfService.AT_LEAST_ONCE, false));
    }

    private static TopicName topic(ReplyAddress to) {
        try {
            return TopicName.of(to.topic());
        } catch (IllegalArgumentException notOurs) {
            throw new MappingException("", "The reply address was not made by this codec: " + notOurs.getMessage());
        }
    }

    private static String text(int code, String message) {
        if (message.isEmpty()) {
            return code == OneJson.SUCCESS ? "success" : "failed";
        }
        return OneJson.encodable(message);
    }
}
