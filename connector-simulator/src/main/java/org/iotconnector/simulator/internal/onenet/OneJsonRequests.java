package org.iotconnector.simulator.internal.onenet;

import java.util.HashMap;
import java.util.Map;
import org.iotconnector.simulator.internal.json.Json;

/** Requests of thing-model devices, each answered on its topic with {@code /reply} behind it. */
final class OneJsonRequests {

    /** Carries out one kind of request. */
    private interface Handler {
        OneJsonReply handle(DeviceState device, OneJsonRequest request) throws Refused;
    }

    private final Map<String, Handler> handlers = new HashMap<>();
    private final ReplySender replies;

    OneJsonRequests(OneNetCloud cloud, NoticeSender notices, Presence presence, ReplySender replies) {
        this.replies = replies;
        ValueReader values = new ValueReader(cloud.loop().clock());
        Reports reports = new Reports(values, notices);
        PackReports packs = new PackReports(cloud.registry(), values, reports);
        Gateways gateways = new Gateways(cloud, presence);
        handlers.put("thing/property/post", reports::properties);
        handlers.put("thing/event/post", reports::events);
        handlers.put("thing/pack/post", packs::pack);
        handlers.put("thing/history/post", packs::history);
        handlers.put("thing/property/desired/get", (device, request) -> DesiredCalls.get(device, request.params()));
        handlers.put(
                "thing/property/desired/delete", (device, request) -> DesiredCalls.delete(device, request.params()));
        handlers.put("thing/sub/login", gateways::login);
        handlers.put("thing/sub/logout", gateways::logout);
        handlers.put("thing/sub/topo/add", gateways::add);
        handlers.put("thing/sub/topo/delete", gateways::delete);
        handlers.put("thing/sub/topo/get", gateways::get);
        handlers.put("cmp/property/post", (device, request) -> OneJsonReply.success());
    }

    /** Answers a request; a message without an answer, such as {@code topo/get/result}, is only recorded. */
    void handle(DeviceState device, String path, byte[] payload) {
        Handler handler = handlers.get(path);
        if (handler == null) {
            return;
        }
        OneJsonRequest.Envelope envelope = OneJsonRequest.read(payload);
        OneJsonReply reply = answer(handler, device, envelope);
        replies.send(
                device,
                path + Topics.REPLY,
                Json.write(reply.envelope(envelope.request().id())));
    }

    private static OneJsonReply answer(Handler handler, DeviceState device, OneJsonRequest.Envelope envelope) {
        if (envelope.problem() != null) {
            return OneJsonReply.failure(envelope.problem());
        }
        try {
            return handler.handle(device, envelope.request());
        } catch (Refused refused) {
            return OneJsonReply.failure(refused);
        }
    }
}
