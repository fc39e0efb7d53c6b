package org.iotconnector.mqtt.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Bytes;

/** Strict UTF-8. */
public final class Utf8 {
    private Utf8() {}

    /**
     * The payload as text.
     *
     * @throws MappingException if it is not UTF-8
     */
    public static String read(Bytes payload) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload.toArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new MappingException("", "The payload is not UTF-8 text.", notUtf8);
        }
    }
}
