package org.iotconnector.adafruit.rest;

import java.util.List;
import org.iotconnector.adafruit.internal.rest.RestClient;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.http.HttpMethod;
import org.iotconnector.core.thing.Values;

/** Keys of the account: {@code /tokens}. Thread-safe. Adafruit IO API docs, "Tokens", read 2026-11. */
public final class TokenApi {
    private static final String TOKEN = "token";

    private final Records<Token> tokens;

    TokenApi(RestClient client) {
        this.tokens = new Records<>(client, client.path("tokens"), Token::read);
    }

    public ApiCall<List<Token>> list() {
        return tokens.list();
    }

    /**
     * Creates a key.
     *
     * @param token what the docs call {@code token} without saying more: its name
     */
    public ApiCall<Token> create(String token) {
        return tokens.create(Values.of(TOKEN, token));
    }

    public ApiCall<Token> get(String id) {
        return tokens.get(id);
    }

    /** Changes what {@link #create} set. */
    public ApiCall<Token> update(String id, String token) {
        return tokens.update(HttpMethod.PATCH, id, Values.of(TOKEN, token), false);
    }

    public ApiCall<RestAnswer> delete(String id) {
        return tokens.delete(id);
    }
}
