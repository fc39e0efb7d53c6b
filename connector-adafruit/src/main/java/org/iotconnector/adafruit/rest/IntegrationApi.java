package org.iotconnector.adafruit.rest;

import org.iotconnector.adafruit.internal.rest.RestClient;

/** What the platform offers beside the account's own data: {@code /integrations}. Thread-safe. */
public final class IntegrationApi {
    private final RestClient client;

    IntegrationApi(RestClient client) {
        this.client = client;
    }

    public TimeApi time() {
        return new TimeApi(client);
    }

    /** Weather at places of the account; only IO+ has it. */
    public WeatherApi weather() {
        return new WeatherApi(client);
    }

    /** Air quality at places of the account; only IO+ has it. */
    public AirQualityApi airQuality() {
        return new AirQualityApi(client);
    }

    /** Random words and numbers; only IO+ has them. */
    public WordsApi words() {
        return new WordsApi(client);
    }
}
