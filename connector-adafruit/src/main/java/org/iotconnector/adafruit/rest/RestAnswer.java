package org.iotconnector.adafruit.rest;

import java.nio.charset.StandardCharsets;
import org.iotconnector.adafruit.internal.rest.Received;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Value;

/**
 * An answer of success as it came. Immutable; its {@code toString} shows no body.
 *
 * @param status the HTTP status, 200 to 299
 * @param body as received; may be empty
 */
public record RestAnswer(int status, Bytes body) {
    private static final int LARGEST = 16 << 20;

    static RestAnswer read(Received received) {
        return new RestAnswer(received.status(), received.answer().body());
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body.toArray(), StandardCharsets.UTF_8);
    }

    /**
     * The body as JSON.
     *
     * @throws org.iotconnector.core.MappingException if it is none
     */
    public Value value() {
        return Json.readLenient(body.toArray(), LARGEST);
    }

    @Override
    public String toString() {
        return "RestAnswer[" + status + ", " + body.length() + " bytes]";
    }
}
