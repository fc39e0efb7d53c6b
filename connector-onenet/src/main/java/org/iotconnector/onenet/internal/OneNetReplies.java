package org.iotconnector.onenet.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** The platform's answers: {@code {"id","code","msg"[,"data"]}}, of which id and code must be there. */
final class OneNetReplies {
    private OneNetReplies() {}

    static Downlink reply(OneNetTopics.Route route, Bytes payload) {
        Values message = OneJson.read(payload);
        int code = message.integer("code");
        return new Downlink.PlatformReply(
                key(route, message), code, text(message), data(message), code == OneJson.SUCCESS);
    }

    static Downlink desired(OneNetTopics.Route route, Bytes payload) {
        Values message = OneJson.read(payload);
        int code = message.integer("code");
        Map<String, Downlink.Desired> desired = new LinkedHashMap<>();
        data(message).forEach((name, value) -> putDesired(desired, name, value));
        return new Downlink.DesiredValues(key(route, message), code, text(message), code == OneJson.SUCCESS, desired);
    }

    private static void putDesired(Map<String, Downlink.Desired> desired, String name, Value value) {
        if (!(value instanceof Value.Struct wrapped) || !wrapped.value().has("version")) {
            throw new MappingException(
                    "/data/" + name,
                    "A desired value must be an object of value and version, such as"
                            + " {\"value\":1,\"version\":2}.");
        }
        long version = wrapped.value().longInteger("version");
        wrapped.value().find("value").ifPresent(it -> desired.put(name, new Downlink.Desired(it, version)));
    }

    private static String key(OneNetTopics.Route route, Values message) {
        String id = message.text("id");
        if (!OneJson.isId(id)) {
            throw new MappingException("/id", "The id of a reply must be 1 to 13 digits, as the request's was.");
        }
        return OneNetTopics.replyKey(route.subject(), id);
    }

    private static String text(Values message) {
        return message.has("msg") ? message.text("msg") : "";
    }

    /** Only objects mean something here; on failure anything may stand in its place. */
    private static Values data(Values message) {
        return message.find("data")
                .filter(Value.Struct.class::isInstance)
                .map(Value::asStruct)
                .orElse(Values.empty());
    }
}
