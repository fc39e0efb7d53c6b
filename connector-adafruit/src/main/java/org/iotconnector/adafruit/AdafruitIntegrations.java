package org.iotconnector.adafruit;

import org.iotconnector.adafruit.internal.IntegrationCalls;
import org.iotconnector.core.Device;
import org.iotconnector.core.session.SubscriptionHandle;

/**
 * What Adafruit IO+ brings from elsewhere: weather, the quality of the air, and random data. Places and generators are made
 * on the platform's pages, or with the REST API, and have an id there. Each is told about once a minute; the data behind
 * weather and air change every 20 minutes at most. Thread-safe; handlers are called on a handler thread. Adafruit IO API
 * docs, "Integrations", read 2026-11.
 */
public final class AdafruitIntegrations {
    private final IntegrationCalls calls;

    private AdafruitIntegrations(IntegrationCalls calls) {
        this.calls = calls;
    }

    /**
     * The integrations of this device's account.
     *
     * @param device the device, opened with {@code config}
     */
    public static AdafruitIntegrations of(Device device, AdafruitConfig config) {
        return new AdafruitIntegrations(new IntegrationCalls(device.session(), config.username()));
    }

    /**
     * Is told the weather of a place, from now on.
     *
     * @param id the place's id on the platform
     */
    public SubscriptionHandle onWeather(String id, WeatherForecast forecast, WeatherHandler handler) {
        return calls.onWeather(id, forecast, handler);
    }

    /**
     * Is told the quality of the air of a place, from now on.
     *
     * @param id the place's id on the platform
     */
    public SubscriptionHandle onAirQuality(String id, AirQualityForecast forecast, AirQualityHandler handler) {
        return calls.onAirQuality(id, forecast, handler);
    }

    /**
     * Is given random data, from now on.
     *
     * @param id the generator's id on the platform
     */
    public SubscriptionHandle onRandom(String id, RandomHandler handler) {
        return calls.onRandom(id, handler);
    }

    /** Follows the weather. */
    @FunctionalInterface
    public interface WeatherHandler {
        void onWeather(Weather weather) throws Exception;
    }

    /** Follows the quality of the air. */
    @FunctionalInterface
    public interface AirQualityHandler {
        void onAirQuality(AirQuality quality) throws Exception;
    }

    /** Follows a generator of random data. */
    @FunctionalInterface
    public interface RandomHandler {
        /** A new value, such as a word, a number or a colour. */
        void onRandom(String value) throws Exception;
    }
}
