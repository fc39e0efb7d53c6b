package org.iotconnector.adafruit;

import java.util.OptionalDouble;
import org.iotconnector.adafruit.internal.Readings;
import org.iotconnector.core.thing.Values;

/**
 * The quality of the air as the platform tells it. Which members there are depends on the provider of the data. A member
 * that is missing or no number is empty.
 *
 * @param members all of them, as received
 */
public record AirQuality(Values members) {
    /** The air quality index. */
    public OptionalDouble index() {
        return Readings.number(members, "aqi");
    }

    /** Particles of at most 2.5 micrometres. */
    public OptionalDouble particles2_5() {
        return Readings.number(members, "pm2_5");
    }

    /** Particles of at most 10 micrometres. */
    public OptionalDouble particles10() {
        return Readings.number(members, "pm10");
    }

    public OptionalDouble ozone() {
        return Readings.number(members, "ozone");
    }

    public OptionalDouble nitrogenDioxide() {
        return Readings.number(members, "nitrogen_dioxide");
    }
}
