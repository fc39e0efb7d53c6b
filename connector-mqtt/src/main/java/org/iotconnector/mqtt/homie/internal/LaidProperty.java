package org.iotconnector.mqtt.homie.internal;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.mqtt.homie.HomieDatatype;

/**
 * A property, event or service of the thing model as a Homie property. Immutable.
 *
 * @param identifier its name in the thing model
 * @param node the id of its node
 * @param id its id there
 * @param name what people call it
 * @param type its type in the thing model; of events and services a text, which is not looked at
 * @param unit empty for none
 */
public record LaidProperty(
        Kind kind,
        String identifier,
        String node,
        String id,
        String name,
        HomieForm form,
        DataType type,
        String unit,
        boolean settable,
        boolean retained) {

    /** What it is in the thing model. */
    public enum Kind {
        PROPERTY,
        EVENT,
        SERVICE
    }

    /**
     * The payload of a value.
     *
     * @throws MappingException if the convention does not allow it
     */
    public String write(Value value) {
        String text = text(value);
        if (form.datatype() == HomieDatatype.STRING) {
            return form.write(text);
        }
        if (form.datatype() != HomieDatatype.INTEGER && form.datatype() != HomieDatatype.FLOAT) {
            checked(text);
        }
        return text;
    }

    private String text(Value value) {
        if (value instanceof Value.Struct || value instanceof Value.Array) {
            return Json.toText(value);
        }
        if (value instanceof Value.Date it) {
            return DateTimeFormatter.ISO_INSTANT.format(it.value());
        }
        if (form.datatype() == HomieDatatype.ENUM && value instanceof Value.Int it) {
            return HomieLayout.memberText(type, (int) it.value());
        }
        if (form.datatype() == HomieDatatype.COLOR) {
            return HomieColors.write(value.asText(), form.format(), form.version());
        }
        return value.asText();
    }

    private void checked(String payload) {
        try {
            form.read(payload);
        } catch (MappingException wrong) {
            throw new MappingException(identifier, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /**
     * The value that a command's payload stands for, in the thing model's own type.
     *
     * @throws MappingException if the convention or the thing model does not allow it
     */
    public Value read(String payload) {
        try {
            Value value = form.read(payload);
            if (value instanceof Value.Text text && !type.name().equals("text")) {
                return type.parse(text.value());
            }
            return type.name().equals("text")
                    ? type.check(new Value.Text(payloadText(value, payload)))
                    : type.check(value);
        } catch (MappingException wrong) {
            throw new MappingException(identifier, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static String payloadText(Value value, String payload) {
        return value instanceof Value.Text text ? text.value() : payload;
    }

    /** The payload of an event's output, or of a service's input or output. */
    public String write(Values values) {
        return new String(Json.write(values), StandardCharsets.UTF_8);
    }
}
