package org.iotconnector.adafruit.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.iotconnector.adafruit.BooleanWords;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Value;

/** Values as the text that a feed keeps. */
final class FeedText {
    private final BooleanWords words;
    private final OptionalInt precision;

    FeedText(BooleanWords words, OptionalInt precision) {
        this.words = words;
        this.precision = precision;
    }

    /** Numbers in decimal without an exponent, a date in ISO 8601, structs and arrays as JSON without white space. */
    String of(Value value) {
        return value.match(
                bool -> words.write(bool.value()),
                Value::asText,
                this::decimal,
                this::decimal,
                Value.Text::value,
                date -> date.value().toString(),
                Json::toText,
                Json::toText);
    }

    private String decimal(Value number) {
        BigDecimal exact = new BigDecimal(number.asText());
        return precision.isPresent()
                ? exact.setScale(precision.getAsInt(), RoundingMode.HALF_UP).toPlainString()
                : exact.toPlainString();
    }

    /** A number as the platform writes places in CSV: no more digits than it needs. */
    static String shortest(double number) {
        BigDecimal exact = new BigDecimal(new Value.Float64(number).asText()).stripTrailingZeros();
        return exact.toPlainString();
    }

    /**
     * A payload as text.
     *
     * @throws MappingException if it is no UTF-8
     */
    static String read(Bytes payload) {
        ByteBuffer bytes = payload.asBuffer();
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notText) {
            throw new MappingException("", "The payload is no UTF-8 from byte " + bytes.position() + " on.", notText);
        }
    }
}
