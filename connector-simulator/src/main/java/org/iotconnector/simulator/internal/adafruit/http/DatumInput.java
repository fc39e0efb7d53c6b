package org.iotconnector.simulator.internal.adafruit.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.iotconnector.simulator.internal.adafruit.store.Location;
import org.iotconnector.simulator.internal.adafruit.store.NewDatum;
import org.jspecify.annotations.Nullable;

/**
 * Values in bodies. Adafruit IO API docs, "Data", read 2026-11.
 *
 * @param bodyAsValue whether a JSON body without {@code value} is the value itself, as the cookbook says
 */
record DatumInput(boolean bodyAsValue) {
    private static final String VALUE = "value";
    private static final String CREATED_AT = "created_at";

    /** The one datum of a request. */
    NewDatum one(Call call) {
        Fields fields = call.fields("datum");
        if (bodyAsValue && !fields.has(VALUE)) {
            return NewDatum.of(new String(call.request().body(), StandardCharsets.UTF_8));
        }
        return read(fields, VALUE);
    }

    /** A datum whose value is the member of this name; anything but text is written as compact JSON. */
    static NewDatum read(Fields fields, String member) {
        String value = fields.text(member);
        if (value == null) {
            throw ApiFailure.invalid(member + " is missing");
        }
        return new NewDatum(value, location(fields), time(fields));
    }

    /** Where, from {@code lat}, {@code lon} and {@code ele}, here or within {@code location}. */
    static Location location(Fields fields) {
        Fields source = fields.object("location").orElse(fields);
        return new Location(source.decimal("lat"), source.decimal("lon"), source.decimal("ele"));
    }

    /** When, from {@code created_at} or {@code epoch}; null for now. */
    static @Nullable Instant time(Fields fields) {
        Instant time = fields.has(CREATED_AT) ? fields.time(CREATED_AT) : fields.time("epoch");
        if (time != null && !NewDatum.isTime(time)) {
            throw ApiFailure.invalid("created_at is before 1970 or after the year 9999");
        }
        return time;
    }
}
