package org.iotconnector.mqtt.homie.internal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;
import org.iotconnector.mqtt.homie.HomieDatatype;
import org.iotconnector.mqtt.homie.HomieVersion;

/**
 * What payloads of one property may be: its data type and its format, in one version of the convention. Immutable.
 *
 * @param format as in the description; empty for none
 */
public record HomieForm(HomieVersion version, HomieDatatype datatype, String format) {
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,19}");
    private static final Pattern FLOAT = Pattern.compile("-?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern DURATION = Pattern.compile("PT(?=[0-9])([0-9]{1,9}H)?([0-9]{1,9}M)?([0-9]{1,9}S)?");
    private static final String EMPTY_TEXT = "\u0000";

    /**
     * Checks the format.
     *
     * @throws IllegalArgumentException if the data type does not have such a format
     */
    public HomieForm {
        switch (datatype) {
            case INTEGER, FLOAT -> NumberFormat.parse(format);
            case ENUM -> checkMembers(members(format, version));
            case COLOR -> HomieColors.checkFormat(format, version);
            default -> {
                // Labels of a boolean and schemas say nothing about payloads here.
            }
        }
    }

    private static void checkMembers(List<String> members) {
        if (members.contains("") || new HashSet<>(members).size() != members.size()) {
            throw new IllegalArgumentException("The format of an enum needs members, each once and none empty.");
        }
    }

    /** The members of an enum; version 3 writes a comma in one as two. */
    static List<String> members(String format, HomieVersion version) {
        if (version != HomieVersion.V3) {
            return List.of(format.split(",", -1));
        }
        List<String> all = new ArrayList<>();
        for (String member : format.replace(",,", "\u0000").split(",", -1)) {
            all.add(member.replace('\u0000', ','));
        }
        return all;
    }

    /**
     * Reads a payload. A number becomes the nearest on the format's step.
     *
     * @return an Int, a Float64, a Bool, a Date for a datetime, a Struct or an Array for json, else a Text
     * @throws MappingException if the payload is not allowed
     */
    public Value read(String payload) {
        if (payload.isEmpty() && (datatype != HomieDatatype.STRING || version == HomieVersion.V5)) {
            throw refuse(payload, "an empty payload is no value");
        }
        return switch (datatype) {
            case INTEGER -> integer(payload);
            case FLOAT -> decimal(payload);
            case BOOLEAN -> bool(payload);
            case ENUM -> member(payload);
            case COLOR -> new Value.Text(HomieColors.read(payload, format, version));
            case DATETIME -> datetime(payload);
            case DURATION -> duration(payload);
            case JSON -> json(payload);
            case STRING -> new Value.Text(version == HomieVersion.V5 && payload.equals(EMPTY_TEXT) ? "" : payload);
        };
    }

    /** A text as a payload: in version 5 an empty one is the byte 0, since an empty payload deletes. */
    public String write(String text) {
        return text.isEmpty() && version == HomieVersion.V5 ? EMPTY_TEXT : text;
    }

    private Value integer(String payload) {
        if (!INTEGER.matcher(payload).matches()) {
            throw refuse(payload, "an integer is digits with a leading minus only");
        }
        try {
            return new Value.Int(
                    NumberFormat.parse(numbers()).fit(new BigDecimal(payload)).longValueExact());
        } catch (ArithmeticException beyond) {
            throw refuse(payload, "an integer has at most 64 bits");
        }
    }

    private Value decimal(String payload) {
        if (!FLOAT.matcher(payload).matches()) {
            throw refuse(payload, "a float is a decimal number");
        }
        double number =
                NumberFormat.parse(numbers()).fit(new BigDecimal(payload)).doubleValue();
        if (!Double.isFinite(number)) {
            throw refuse(payload, "a float has 64 bits");
        }
        return new Value.Float64(number);
    }

    /** Only version 5 has steps. */
    private String numbers() {
        NumberFormat parsed = NumberFormat.parse(format);
        return version == HomieVersion.V5
                ? format
                : new NumberFormat(parsed.min(), parsed.max(), Optional.empty()).toString();
    }

    private Value bool(String payload) {
        return switch (payload) {
            case "true" -> new Value.Bool(true);
            case "false" -> new Value.Bool(false);
            default -> throw refuse(payload, "a boolean is true or false");
        };
    }

    private Value member(String payload) {
        if (!members(format, version).contains(payload)) {
            throw refuse(payload, "the enum has " + format);
        }
        return new Value.Text(payload);
    }

    private Value datetime(String payload) {
        try {
            return new Value.Date(OffsetDateTime.parse(payload).toInstant());
        } catch (DateTimeException | IllegalArgumentException notIso) {
            throw refuse(payload, "a datetime is ISO 8601 with an offset, such as 2026-11-20T08:00:00Z");
        }
    }

    private Value duration(String payload) {
        if (!DURATION.matcher(payload).matches()) {
            throw refuse(payload, "a duration is like PT12H5M46S");
        }
        return new Value.Text(payload);
    }

    private Value json(String payload) {
        Value value = Json.read(payload.getBytes(StandardCharsets.UTF_8));
        if (value instanceof Value.Struct || value instanceof Value.Array) {
            return value;
        }
        throw refuse(payload, "json is an object or an array");
    }

    private static MappingException refuse(String payload, String why) {
        String shown = payload.length() > 40 ? payload.substring(0, 40) + "…" : payload;
        return new MappingException("", "The payload \"" + shown + "\" is not allowed: " + why + ".");
    }
}
