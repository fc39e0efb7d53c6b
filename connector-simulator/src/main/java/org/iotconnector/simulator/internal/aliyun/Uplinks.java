package org.iotconnector.simulator.internal.aliyun;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.aliyun.DeviceReply;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.platform.PendingCalls;
import org.iotconnector.simulator.internal.spi.Message;
import org.jspecify.annotations.Nullable;

/** Takes each accepted message of a device to its handler. Topics without a handler are only recorded. */
final class Uplinks {
    private static final String RRPC_RESPONSE = "rrpc/response/";
    private static final String SERVICE_PREFIX = Topics.service("");

    private final AlinkRequests requests;
    private final RawCalls raw;
    private final PendingCalls<DeviceReply> pending;
    private final ReplySender replies;
    private final Clock clock;

    Uplinks(AlinkRequests requests, RawCalls raw, PendingCalls<DeviceReply> pending, ReplySender replies, Clock clock) {
        this.requests = requests;
        this.raw = raw;
        this.pending = pending;
        this.replies = replies;
        this.clock = clock;
    }

    void handle(DeviceState device, Message message) {
        Optional<String> path = Topics.systemPath(device, message.topic());
        if (path.isPresent()) {
            system(device, path.get(), message);
        } else if (message.topic().equals(Ntp.requestTopic(device))) {
            ntp(device, message);
        } else if (message.topic().startsWith("/ext/rrpc/")) {
            pending.complete(new PendingCalls.Key(message.topic(), ""), reply(message));
        }
    }

    private void system(DeviceState device, String path, Message message) {
        if (path.startsWith(RRPC_RESPONSE)) {
            pending.complete(new PendingCalls.Key(message.topic(), ""), reply(message));
        } else if (path.equals(Topics.DOWN_RAW + Topics.REPLY)) {
            pending.complete(
                    new PendingCalls.Key(message.topic(), ""),
                    Downlinks.reply(RawCalls.parse(device, message.payload()), message.payload()));
        } else if (path.startsWith(SERVICE_PREFIX) && path.endsWith(Topics.REPLY)) {
            Map<String, @Nullable Object> alink = alink(message);
            if (alink != null) {
                String id = AlinkRequest.idText(alink.get("id"));
                pending.complete(new PendingCalls.Key(message.topic(), id), Downlinks.reply(alink, message.payload()));
            }
        } else if (path.equals(Topics.UP_RAW)) {
            byte[] answer = raw.answer(device, message.payload());
            if (answer != null) {
                replies.send(device, message.topic() + Topics.REPLY, answer);
            }
        } else {
            requests.answer(device, path, message.payload())
                    .ifPresent(answer -> replies.send(device, message.topic() + Topics.REPLY, answer));
        }
    }

    private void ntp(DeviceState device, Message message) {
        Map<String, @Nullable Object> request = alink(message);
        byte[] response = request == null ? null : Ntp.response(request, clock);
        if (response != null) {
            replies.send(device, Ntp.responseTopic(device), response);
        }
    }

    private static DeviceReply reply(Message message) {
        return Downlinks.reply(alink(message), message.payload());
    }

    private static @Nullable Map<String, @Nullable Object> alink(Message message) {
        try {
            return Json.object(Json.read(message.payload())).orElse(null);
        } catch (IOException notJson) {
            return null;
        }
    }
}
