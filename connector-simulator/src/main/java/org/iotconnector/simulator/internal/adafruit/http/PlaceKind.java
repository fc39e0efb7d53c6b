package org.iotconnector.simulator.internal.adafruit.http;

import java.util.List;
import java.util.function.Function;

/**
 * A service that knows something about places.
 *
 * @param word its part of the path
 * @param shelf where an account's places are
 * @param types what is known of each place
 * @param otherwise what that is, as JSON, as long as no test says so
 */
record PlaceKind(String word, Function<Estate, Shelf> shelf, List<String> types, String otherwise) {

    static PlaceKind weather() {
        return new PlaceKind(
                "weather",
                Estate::weather,
                List.of(
                        "current",
                        "forecast_minutes_5",
                        "forecast_minutes_30",
                        "forecast_hours_1",
                        "forecast_hours_2",
                        "forecast_hours_6",
                        "forecast_hours_24",
                        "forecast_days_1",
                        "forecast_days_2",
                        "forecast_days_5"),
                "{\"summary\":\"Clear\",\"temperature\":21.0,\"temperatureLow\":15.0,\"temperatureHigh\":24.0,"
                        + "\"humidity\":0.5,\"windSpeed\":3.0,\"precipProbability\":0.1}");
    }

    static PlaceKind airQuality() {
        return new PlaceKind(
                "air_quality",
                Estate::airQuality,
                List.of("current", "forecast_today", "forecast_tomorrow"),
                "{\"aqi\":42,\"pm2_5\":8.0,\"pm10\":15.0,\"ozone\":60.0,\"nitrogen_dioxide\":12.0}");
    }
}
