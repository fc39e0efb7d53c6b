package org.iotconnector.mqtt.homie;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The data types of the convention. */
public enum HomieDatatype {
    INTEGER,
    FLOAT,
    BOOLEAN,
    STRING,
    ENUM,
    COLOR,
    /** A moment in ISO 8601; version 5. */
    DATETIME,
    /** Such as {@code PT12H5M46S}; version 5. */
    DURATION,
    /** An object or an array; version 5. */
    JSON;

    /** The type that {@code text} names, if that version has it. */
    public static Optional<HomieDatatype> of(String text, HomieVersion version) {
        return Arrays.stream(values())
                .filter(type -> type.text().equals(text) && type.isIn(version))
                .findFirst();
    }

    /** Whether that version has it. */
    public boolean isIn(HomieVersion version) {
        return version == HomieVersion.V5 || compareTo(DATETIME) < 0;
    }

    /** As it stands in a description. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
