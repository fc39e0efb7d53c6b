package org.iotconnector.simulator.internal.console;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.simulator.ReceivedMessage;
import org.jspecify.annotations.Nullable;

/** A received message as JSON: the payload as text if it is UTF-8, else as {@code payloadBase64}. */
final class MessageWriter {
    private MessageWriter() {}

    static Map<String, @Nullable Object> write(ReceivedMessage message) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("sequence", message.sequence());
        json.put("time", message.time().toString());
        json.put("device", message.device());
        json.put("topic", message.topic());
        json.put("qos", message.qos());
        json.put("retain", message.isRetain());
        json.put("duplicate", message.isDuplicate());
        json.put("disposition", message.disposition().name());
        byte[] payload = message.payload();
        try {
            json.put(
                    "payload",
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(payload))
                            .toString());
        } catch (CharacterCodingException binary) {
            json.put("payloadBase64", Base64.getEncoder().encodeToString(payload));
        }
        return json;
    }
}
