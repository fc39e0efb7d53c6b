package org.iotconnector.adafruit.rest;

import java.util.Optional;
import org.iotconnector.adafruit.Weather;
import org.iotconnector.adafruit.WeatherForecast;
import org.iotconnector.adafruit.internal.rest.Fields;
import org.iotconnector.core.thing.Values;

/**
 * A place with its weather. What is not there is empty.
 *
 * @param values the members as received
 */
public record WeatherPlace(Values values) {
    public String id() {
        return Fields.plainText(values, "id");
    }

    public Optional<String> name() {
        return Fields.text(values, "name");
    }

    /** As received, such as {@code 52.5,13.4}. */
    public Optional<String> location() {
        return Fields.text(values, "location");
    }

    /** What the platform tells for now or for a time to come. */
    public Optional<Weather> at(WeatherForecast time) {
        return Fields.struct(values, time.key()).map(Weather::new);
    }
}
