package org.iotconnector.adafruit.rest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.iotconnector.adafruit.internal.rest.Fields;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Values;

/**
 * One thing that was done to the account's feeds, groups, dashboards or actions.
 *
 * @param values the members as received
 */
public record Activity(Values values) {
    public String id() {
        return Fields.plainText(values, "id");
    }

    /** Such as {@code create}, {@code update} and {@code destroy}. */
    public String action() {
        return Fields.plainText(values, "action");
    }

    /** What it was done to, such as {@code Feed}. */
    public String model() {
        return Fields.plainText(values, "model");
    }

    /** The record it was done to; the platform sends an object, or one as text. */
    public Values data() {
        return Fields.struct(values, "data")
                .or(() -> Fields.text(values, "data").flatMap(Activity::parse))
                .orElse(Values.empty());
    }

    private static Optional<Values> parse(String text) {
        try {
            return Optional.of(Json.readObject(text.getBytes(StandardCharsets.UTF_8)));
        } catch (MappingException notAnObject) {
            return Optional.empty();
        }
    }

    public Optional<Instant> createdAt() {
        return Fields.time(values, "created_at");
    }
}
