package org.iotconnector.adafruit.rest;

import java.util.List;
import org.iotconnector.adafruit.internal.rest.RestClient;
import org.iotconnector.core.http.ApiCall;

/** Random words and numbers, as the account has set them up. Thread-safe. */
public final class WordsApi {
    private final Records<Words> randomizers;

    WordsApi(RestClient client) {
        this.randomizers = new Records<>(client, client.path("integrations", "words"), Words::new);
    }

    public ApiCall<List<Words>> list() {
        return randomizers.list();
    }

    /** One with its present value. */
    public ApiCall<Words> get(String id) {
        return randomizers.get(id);
    }
}
