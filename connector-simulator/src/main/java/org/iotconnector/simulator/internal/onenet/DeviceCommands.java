package org.iotconnector.simulator.internal.onenet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.platform.PendingCalls;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.onenet.DeviceReply;
import org.jspecify.annotations.Nullable;

/** Answers of data-stream devices to commands. OneNET, "MQTT suite, commands", read 2026-11. */
final class DeviceCommands {
    private static final int MAX_BYTES = 1024;
    private static final int TOO_LARGE = 99;
    private static final int TIMEOUT = 112;
    private static final int UNKNOWN_ID = 113;

    private final PendingCalls<DeviceReply> pending;
    private final SentCommands sent;
    private final ReplySender replies;

    DeviceCommands(PendingCalls<DeviceReply> pending, SentCommands sent, ReplySender replies) {
        this.pending = pending;
        this.sent = sent;
        this.replies = replies;
    }

    /** A second answer, and one that comes too late, find nobody who waits. */
    void response(DeviceState device, String path, Message message) {
        if (message.payload().length >= MAX_BYTES) {
            reject(device, path, TOO_LARGE, "maximum payload size exceeded");
            return;
        }
        boolean first = sent.isFirstAnswer(message.topic());
        boolean awaited = pending.complete(
                new PendingCalls.Key(message.topic(), ""), DeviceReply.replied(null, "", Map.of(), message.payload()));
        if (awaited) {
            replies.send(device, path + "/accepted", new byte[0]);
        } else if (first) {
            reject(device, path, TIMEOUT, "cmd response timeout");
        } else {
            reject(device, path, UNKNOWN_ID, "cmd id not found");
        }
    }

    private void reject(DeviceState device, String path, int code, String text) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("err_code", code);
        body.put("err_msg", text);
        replies.send(device, path + "/rejected", Json.write(body));
    }
}
