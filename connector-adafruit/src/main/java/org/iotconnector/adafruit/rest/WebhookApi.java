package org.iotconnector.adafruit.rest;

import org.iotconnector.adafruit.internal.rest.RestClient;
import org.iotconnector.adafruit.internal.rest.RestPath;
import org.iotconnector.adafruit.internal.rest.RestRequest;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.http.HttpBody;
import org.iotconnector.core.http.HttpMethod;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Values;

/**
 * A feed's webhook: {@code /webhooks/feed/…}. No key is sent, and messages do not show the token. Each call counts 1
 * against the rate of the account whose feed it is, and is sent once only if it may have arrived. Immutable, thread-safe.
 * Adafruit IO API docs, "Webhooks", read 2026-11.
 */
public final class WebhookApi {
    private final RestClient client;
    private final Secret token;
    private final ValueSize size;

    private WebhookApi(RestClient client, Secret token, ValueSize size) {
        this.client = client;
        this.token = token;
        this.size = size;
    }

    static WebhookApi of(RestClient client, Secret token) {
        if (!token.reveal().matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException(
                    "A webhook's token holds letters and digits only; it is the last part of the webhook's address.");
        }
        return new WebhookApi(client, token, ValueSize.WITH_HISTORY);
    }

    /** For a feed whose history is off: it takes values of 102 400 bytes instead of 1024. */
    public WebhookApi withoutHistory() {
        return new WebhookApi(client, token, ValueSize.WITHOUT_HISTORY);
    }

    /**
     * Stores a value.
     *
     * @throws IllegalArgumentException if it is too large
     */
    public ApiCall<Datum> send(NewDatum datum) {
        size.check("for the webhook", datum.size());
        return post("", HttpBody.json(datum.values()));
    }

    /** Stores a value under the name {@code payload}, which other services' webhooks use. */
    public ApiCall<Datum> sendPayload(NewDatum datum) {
        size.check("for the webhook", datum.size());
        Values members = datum.values();
        return post("", HttpBody.json(Values.of("payload", members.get("value")).plus(members.without("value"))));
    }

    /**
     * Stores a text as it is, whatever it holds. The platform would cut what is too large.
     *
     * @throws IllegalArgumentException if it is too large
     */
    public ApiCall<Datum> sendRaw(String text) {
        size.check("for the webhook", NewDatum.of(text).size());
        return post(RestPath.of("raw"), HttpBody.text(text));
    }

    /** Stores the value {@code ping}. */
    public ApiCall<Datum> sendNotify() {
        return post(RestPath.of("notify"), HttpBody.text(""));
    }

    private ApiCall<Datum> post(String operation, HttpBody body) {
        RestRequest request = RestRequest.of(
                        HttpMethod.POST, RestPath.of("webhooks", "feed", token.reveal()) + operation)
                .hide(token)
                .keyless()
                .body(body)
                .cost(1)
                .build();
        return ApiCall.of(() -> client.send(request, received -> new Datum(received.object())));
    }
}
