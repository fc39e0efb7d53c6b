package org.iotconnector.adafruit.rest;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A member of a {@link Datum} that can be asked for by itself. */
public enum DatumField {
    VALUE,
    LAT,
    LON,
    ELE,
    ID,
    CREATED_AT;

    static String list(DatumField... fields) {
        return Arrays.stream(fields)
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }
}
