package org.iotconnector.onenet.internal.api;

import java.util.Optional;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.http.HttpAnswer;
import org.iotconnector.core.http.HttpRequest;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.api.ApiAnswer;

/**
 * What every answer of the application API is wrapped in. Failures mostly come with HTTP status 200, so the code counts.
 *
 * @param code 0 for success
 * @param text the platform's, as received
 * @param requestId the number that the platform gave the request; empty if it gave none
 */
record Envelope(int code, String text, String requestId, Optional<Value> data) {

    /**
     * Reads an answer.
     *
     * @throws HttpException if it is not of this API
     * @throws PlatformRejectedException if it is not either, but its HTTP status is an error
     */
    static Envelope read(HttpRequest request, HttpAnswer answer) {
        try {
            Values body = Json.readObject(answer.body().toArray());
            return new Envelope(body.integer("code"), text(body, "msg"), text(body, "request_id"), body.find("data"));
        } catch (MappingException notTheApi) {
            answer.orThrow();
            throw new HttpException(
                    Reason.BAD_ANSWER,
                    "The answer to " + request.target() + " is not one of OneNET's API (" + notTheApi.getMessage()
                            + "). Check the base address; " + "the current one is https://iot-api.heclouds.com.",
                    notTheApi);
        }
    }

    private static String text(Values body, String name) {
        return body.find(name).map(Value::asText).orElse("");
    }

    /** The answer if it is one of success. */
    ApiAnswer orThrow() {
        if (code != 0) {
            throw new PlatformRejectedException(code, text, requestId, ApiCodes.advice(code, text));
        }
        return new ApiAnswer(requestId, data);
    }
}
