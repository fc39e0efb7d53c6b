package org.iotconnector.adafruit;

import java.util.Optional;
import java.util.OptionalDouble;
import org.iotconnector.adafruit.internal.Readings;
import org.iotconnector.core.thing.Values;

/**
 * Weather as the platform tells it. Which members there are depends on the provider of the data and on the forecast; the
 * units are those of the provider. A member that is missing or no number is empty.
 *
 * @param members all of them, as received
 */
public record Weather(Values members) {
    /** In words, such as {@code Partly Cloudy}. */
    public Optional<String> summary() {
        return Readings.text(members, "summary");
    }

    public OptionalDouble temperature() {
        return Readings.number(members, "temperature");
    }

    /** The least temperature of a day. */
    public OptionalDouble temperatureLow() {
        return Readings.number(members, "temperatureLow");
    }

    /** The greatest temperature of a day. */
    public OptionalDouble temperatureHigh() {
        return Readings.number(members, "temperatureHigh");
    }

    /** 0 to 1. */
    public OptionalDouble humidity() {
        return Readings.number(members, "humidity");
    }

    public OptionalDouble windSpeed() {
        return Readings.number(members, "windSpeed");
    }

    /** 0 to 1. */
    public OptionalDouble precipitationProbability() {
        return Readings.number(members, "precipProbability");
    }
}
