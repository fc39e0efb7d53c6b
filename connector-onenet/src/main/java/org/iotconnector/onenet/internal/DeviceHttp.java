package org.iotconnector.onenet.internal;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.http.HttpAnswer;
import org.iotconnector.core.http.HttpBody;
import org.iotconnector.core.http.HttpRequest;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.OneNetConfig;

/**
 * HTTP as a device speaks it: a token made for each request, and the envelope around the answers, {@code {"code","msg"}} of
 * the current platform or {@code {"errno","error"}} of OneNET Studio, both with {@code "data"}. Thread-safe.
 */
public final class DeviceHttp {
    private static final int OK = 0;

    private final Http http;
    private final OneNetConfig config;
    private final InstantSource clock;

    public DeviceHttp(Http http, OneNetConfig config, InstantSource clock) {
        this.http = http;
        this.config = config;
        this.clock = clock;
    }

    Http http() {
        return http;
    }

    /** {@code {base}/{productId}/{deviceName}/{rest}}. */
    URI address(URI base, String rest) {
        return URI.create(base + "/" + config.productId() + "/" + config.deviceName() + "/" + rest);
    }

    /** With a token that holds from now. */
    HttpRequest.Builder get(URI uri) {
        return authorized(HttpRequest.get(uri));
    }

    /** With a token that holds from now. */
    HttpRequest.Builder post(URI uri, HttpBody body) {
        return authorized(HttpRequest.post(uri, body));
    }

    private HttpRequest.Builder authorized(HttpRequest.Builder request) {
        return request.header("Authorization", config.tokenAt(clock.instant()).text());
    }

    /** Sends and reads the envelope; fails with {@link PlatformRejectedException} when the code is not 0. */
    CompletableFuture<Reply> call(HttpRequest request) {
        return http.send(request).thenApply(answer -> read(answer).orThrow());
    }

    /** As {@link #call}, but any code is a reply. */
    CompletableFuture<Reply> callAny(HttpRequest request) {
        return http.send(request).thenApply(DeviceHttp::read);
    }

    /**
     * What the platform answered.
     *
     * @param code 0 for success
     * @param text its words
     * @param message the whole envelope
     */
    record Reply(int code, String text, Values message) {
        Reply orThrow() {
            if (code != OK) {
                throw new PlatformRejectedException(
                        code, text, DeviceHttpCodes.explain(code).orElse(""));
            }
            return this;
        }

        Optional<Values> data() {
            return message.find("data").map(data -> data.asStruct());
        }
    }

    private static Reply read(HttpAnswer answer) {
        Values message;
        try {
            message = Json.readObject(answer.body().toArray());
        } catch (MappingException notJson) {
            answer.orThrow();
            throw notJson;
        }
        String key = message.has("errno") ? "errno" : "code";
        String text = message.has("msg") ? "msg" : "error";
        return new Reply(message.integer(key), message.has(text) ? message.text(text) : "", message);
    }
}
