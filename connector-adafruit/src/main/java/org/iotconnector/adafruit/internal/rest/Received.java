package org.iotconnector.adafruit.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.http.HttpAnswer;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.jspecify.annotations.Nullable;

/**
 * An answer of success. What should be JSON and is not fails with {@link HttpException}: another server answered.
 *
 * @param target what was asked, for messages
 */
public record Received(String target, HttpAnswer answer) {
    public int status() {
        return answer.status();
    }

    public String text() {
        return answer.text();
    }

    /** The header of that name, if it is there. */
    public Optional<String> header(String name) {
        return answer.headers().first(name);
    }

    /** The body as a JSON object. */
    public Values object() {
        Value value = value();
        if (value instanceof Value.Struct struct) {
            return struct.value();
        }
        throw notTheApi("it is no JSON object", null);
    }

    /** The objects of the body, a JSON array; a single object is taken for a list of one. */
    public List<Values> objects() {
        Value value = value();
        if (value instanceof Value.Struct struct) {
            return List.of(struct.value());
        } else if (value instanceof Value.Array) {
            return Fields.structs(value);
        }
        throw notTheApi("it is no JSON array", null);
    }

    /** The body as a time. */
    public Instant time() {
        return PlatformTimes.find(text()).orElseThrow(() -> notTheApi("it is no time", null));
    }

    private Value value() {
        try {
            return Json.readLenient(answer.body().toArray(), RestRequest.LARGEST_ANSWER);
        } catch (MappingException notJson) {
            throw notTheApi(notJson.getMessage(), notJson);
        }
    }

    private HttpException notTheApi(String why, @Nullable MappingException cause) {
        return new HttpException(
                Reason.BAD_ANSWER,
                "The answer to " + target + " is not one of Adafruit IO (" + why + "). Check the address; the"
                        + " platform's is https://io.adafruit.com/api/v2.",
                cause);
    }
}
