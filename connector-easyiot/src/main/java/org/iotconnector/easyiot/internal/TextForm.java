package org.iotconnector.easyiot.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Value;
import org.iotconnector.easyiot.BooleanWords;

/** Values as plain text, and back by the thing model where there is one. Immutable. */
public final class TextForm {
    private static final String TEXT = "text";

    private final BooleanWords words;
    private final Optional<ThingModel> model;

    public TextForm(BooleanWords words, Optional<ThingModel> model) {
        this.words = words;
        this.model = model;
    }

    /** A date as milliseconds, a struct and an array as JSON. */
    public String write(Value value) {
        if (value instanceof Value.Bool it) {
            return words.of(it.value());
        } else if (value instanceof Value.Struct || value instanceof Value.Array) {
            return Json.toText(value);
        }
        return value.asText();
    }

    /**
     * Without a thing model, or of a property that it lacks, a text, which handlers convert as they need.
     *
     * @throws MappingException if the property's type does not take the text
     */
    public Value read(String property, String text) {
        Optional<DataType> type =
                model.flatMap(known -> known.property(property)).map(PropertySpec::type);
        if (type.isEmpty()) {
            return new Value.Text(text);
        }
        try {
            return type.get().parse(type.get().name().equals(TEXT) ? text : text.strip());
        } catch (MappingException wrong) {
            throw new MappingException(property, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /** The payload as text; {@link MappingException} if it is not UTF-8. */
    static String utf8(Bytes payload) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload.toArray()))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new MappingException(
                    "", "The payload of " + payload.length() + " bytes is no text in UTF-8.", broken);
        }
    }
}
