package org.iotconnector.simulator.internal.onenet;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.iotconnector.simulator.internal.platform.PendingCalls;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.onenet.DeviceReply;

/**
 * Raw products. What a platform's script answers depends on the script; here every uplink is answered with the text {@code ok}, and
 * the bytes themselves are in the journal.
 */
final class RawCalls {
    private static final String UP_REPLY = Topics.RAW_UP + "_reply";

    private final PendingCalls<DeviceReply> pending;
    private final ReplySender replies;

    RawCalls(PendingCalls<DeviceReply> pending, ReplySender replies) {
        this.pending = pending;
        this.replies = replies;
    }

    void up(DeviceState device) {
        replies.send(device, UP_REPLY, "ok".getBytes(StandardCharsets.UTF_8));
    }

    void answer(Message message) {
        pending.complete(
                new PendingCalls.Key(message.topic(), ""), DeviceReply.replied(null, "", Map.of(), message.payload()));
    }
}
