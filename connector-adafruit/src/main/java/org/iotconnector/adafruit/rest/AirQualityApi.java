package org.iotconnector.adafruit.rest;

import java.util.List;
import java.util.Locale;
import org.iotconnector.adafruit.AirQuality;
import org.iotconnector.adafruit.AirQualityForecast;
import org.iotconnector.adafruit.FeedLocation;
import org.iotconnector.adafruit.internal.rest.RestClient;
import org.iotconnector.adafruit.internal.rest.RestPath;
import org.iotconnector.adafruit.internal.rest.RestRequest;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.thing.Values;

/** Air quality at places of the account. Thread-safe. Adafruit IO API docs, "Air quality", read 2026-11. */
public final class AirQualityApi {
    private final RestClient client;
    private final Records<AirQualityPlace> places;

    /** Who measures. */
    public enum Provider {
        OPEN_METEO,
        /** In the United States only. */
        AIRNOW
    }

    AirQualityApi(RestClient client) {
        this.client = client;
        this.places = new Records<>(client, client.path("integrations", "air_quality"), AirQualityPlace::new);
    }

    public ApiCall<List<AirQualityPlace>> list() {
        return places.list();
    }

    /** A place with what is known of it. */
    public ApiCall<AirQualityPlace> get(String id) {
        return places.get(id);
    }

    /** What is known of a place at one time. */
    public ApiCall<AirQuality> get(String id, AirQualityForecast time) {
        RestRequest request =
                RestRequest.get(places.at(id) + RestPath.of(time.key())).build();
        return ApiCall.of(() -> client.send(request, received -> new AirQuality(received.object())));
    }

    /**
     * Adds a place.
     *
     * @param name for people; no two places have the same
     */
    public ApiCall<AirQualityPlace> create(FeedLocation location, String name, Provider provider) {
        return places.create(Values.of(
                "location",
                Places.text(location),
                "name",
                name,
                "provider",
                provider.name().toLowerCase(Locale.ROOT)));
    }

    public ApiCall<RestAnswer> delete(String id) {
        return places.delete(id);
    }
}
