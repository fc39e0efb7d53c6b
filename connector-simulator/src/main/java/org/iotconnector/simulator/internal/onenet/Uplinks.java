package org.iotconnector.simulator.internal.onenet;

import java.io.IOException;
import java.util.Map;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.platform.PendingCalls;
import org.iotconnector.simulator.internal.platform.ReplyFaults;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.onenet.DeviceReply;
import org.jspecify.annotations.Nullable;

/** Takes each accepted message of a device to its handler. */
final class Uplinks {
    private static final String DEVICE_REPLY = "_reply";

    private final PendingCalls<DeviceReply> pending;
    private final AsyncCalls asyncCalls;
    private final OneJsonRequests requests;
    private final DataStreams streams;
    private final DeviceCommands commands;
    private final RawCalls raw;
    private final ImageCalls images;

    Uplinks(
            OneNetCloud cloud,
            Downlinks downlinks,
            PendingCalls<DeviceReply> pending,
            AsyncCalls asyncCalls,
            SentCommands sentCommands,
            NoticeSender notices,
            Presence presence) {
        this.pending = pending;
        this.asyncCalls = asyncCalls;
        ReplySender replies = new ReplySender(new ReplyFaults(cloud.broker(), cloud.loop()), downlinks);
        this.requests = new OneJsonRequests(cloud, notices, presence, replies);
        this.streams = new DataStreams(notices, replies, cloud.loop().clock());
        this.commands = new DeviceCommands(pending, sentCommands, replies);
        this.raw = new RawCalls(pending, replies);
        this.images = new ImageCalls(replies, cloud.loop().clock());
    }

    ImageCalls images() {
        return images;
    }

    void handle(DeviceState device, Message message) {
        Topics.path(device, message.topic()).ifPresent(path -> handle(device, path, message));
    }

    private void handle(DeviceState device, String path, Message message) {
        if (path.startsWith(Topics.CMD_RESPONSE)) {
            commands.response(device, path, message);
        } else if (path.equals(Topics.RAW_UP)) {
            raw.up(device);
        } else if (path.startsWith(Topics.RAW_DOWN_REPLY)) {
            raw.answer(message);
        } else if (path.startsWith("dp/")) {
            streams.post(device, message.payload());
        } else if (path.startsWith("image/")) {
            images.handle(device, path, message.payload());
        } else if (path.endsWith(DEVICE_REPLY)) {
            reply(message);
        } else {
            requests.handle(device, path, message.payload());
        }
    }

    /** A reply that is no OneJSON message, or that nobody waits for, is dropped. */
    private void reply(Message message) {
        Map<String, @Nullable Object> json = json(message.payload());
        if (json == null || !(json.get("id") instanceof String id)) {
            return;
        }
        PendingCalls.Key key = new PendingCalls.Key(message.topic(), id);
        Object code = json.get("code");
        DeviceReply reply = DeviceReply.replied(
                code instanceof Integer number ? number : null,
                json.get("msg") instanceof String text ? text : "",
                Json.object(json.get("data")).orElse(Map.of()),
                message.payload());
        if (!(code instanceof Integer)) {
            reply = reply.invalid("the reply has no whole number as its code");
        }
        if (!pending.complete(key, reply)) {
            asyncCalls.complete(key, json);
        }
    }

    private static @Nullable Map<String, @Nullable Object> json(byte[] payload) {
        try {
            return Json.object(Json.read(payload)).orElse(null);
        } catch (IOException notJson) {
            return null;
        }
    }
}
