package org.iotconnector.adafruit.rest;

import java.util.List;
import org.iotconnector.adafruit.FeedLocation;
import org.iotconnector.adafruit.internal.rest.RestClient;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.thing.Values;

/**
 * Weather at up to 5 places of the account; the data change every 20 minutes at most. Thread-safe. Adafruit IO API docs,
 * "Weather", read 2026-11; they do not say how places are made, which is as the platform's own client does it.
 */
public final class WeatherApi {
    private final Records<WeatherPlace> places;

    WeatherApi(RestClient client) {
        this.places = new Records<>(client, client.path("integrations", "weather"), WeatherPlace::new);
    }

    public ApiCall<List<WeatherPlace>> list() {
        return places.list();
    }

    /** A place with what is known of it. */
    public ApiCall<WeatherPlace> get(String id) {
        return places.get(id);
    }

    /**
     * Adds a place.
     *
     * @param name for people
     */
    public ApiCall<WeatherPlace> create(FeedLocation location, String name) {
        return places.create(Values.of("location", Places.text(location), "name", name));
    }

    public ApiCall<RestAnswer> delete(String id) {
        return places.delete(id);
    }
}
