package org.iotconnector.onenet.api.push;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Values;

/** Requests as the platform would send them. */
final class Pushes {
    static final Secret TOKEN = Secret.of("pushToken01");
    static final String NONCE = "abcdefgh";

    private Pushes() {}

    /** The body of a POST that carries {@code msg}, signed. */
    static byte[] signed(String msg) {
        return Json.write(Values.of(
                "msg",
                msg,
                "nonce",
                NONCE,
                "signature",
                PushSignature.of(TOKEN, NONCE, msg),
                "time",
                1_700_000_000_123L,
                "id",
                "m-1"));
    }

    /** The events that a receiver finds in {@code msg}. */
    static List<PlatformEvent> events(String msg) {
        return PushReceiver.of(TOKEN).read(signed(msg)).events();
    }

    /** The only one of them. */
    static PlatformEvent event(String msg) {
        return events(msg).get(0);
    }

    /** A body of the first generation, whose message stands in it as it is. */
    static byte[] legacy(String msg) {
        String text = "{\"msg\":" + msg + ",\"nonce\":\"" + NONCE + "\",\"msg_signature\":\""
                + PushSignature.of(TOKEN, NONCE, msg) + "\"}";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
