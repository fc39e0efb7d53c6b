package org.iotconnector.core.spi;

import org.iotconnector.core.MappingException;
import org.iotconnector.core.internal.thing.JsonSyntax;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.util.ByteArrayBuilder;

/**
 * Writes one JSON text piece by piece, for payloads around values. Floats keep a decimal point ({@code 23.0}), which
 * some platforms demand. Not thread-safe; used once, until {@link #finish()}. A piece that does not belong where it is
 * written is a defect of the caller and an {@link IllegalStateException}.
 *
 * <pre>{@code
 * byte[] payload = JsonWriter.create(form).startObject()
 *         .name("id").text("1042")
 *         .name("params").value(values)
 *         .endObject().finish();
 * }</pre>
 */
public final class JsonWriter {
    private final ByteArrayBuilder bytes = new ByteArrayBuilder(256);
    private final JsonGenerator generator = JsonSyntax.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes);
    private final JsonForm form;

    private JsonWriter(JsonForm form) {
        this.form = form;
    }

    /** A writer of {@link JsonForm#plain()}. */
    public static JsonWriter create() {
        return create(JsonForm.plain());
    }

    public static JsonWriter create(JsonForm form) {
        return new JsonWriter(form);
    }

    public JsonWriter startObject() {
        return step(JsonGenerator::writeStartObject);
    }

    public JsonWriter endObject() {
        return step(JsonGenerator::writeEndObject);
    }

    public JsonWriter startArray() {
        return step(JsonGenerator::writeStartArray);
    }

    public JsonWriter endArray() {
        return step(JsonGenerator::writeEndArray);
    }

    /** The name of the member that is written next. */
    public JsonWriter name(String name) {
        return step(json -> json.writeName(name));
    }

    /** A text; it must not hold unpaired surrogates. */
    public JsonWriter text(String text) {
        return step(json -> json.writeString(text));
    }

    public JsonWriter number(long number) {
        return step(json -> json.writeNumber(number));
    }

    /** A finite number. */
    public JsonWriter number(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalStateException(number + " cannot be written as JSON.");
        }
        return step(json -> json.writeNumber(number));
    }

    /** {@code true} or {@code false}, whatever the form. */
    public JsonWriter bool(boolean bool) {
        return step(json -> json.writeBoolean(bool));
    }

    /** JSON that is ready to be sent; it is not looked at. */
    public JsonWriter raw(String json) {
        return step(out -> out.writeRawValue(json));
    }

    /** A value in this writer's form; nested deeper than 32 levels it is a {@link MappingException}. */
    public JsonWriter value(Value value) {
        return step(json -> write(json, value, 1));
    }

    /** An object of these values. */
    public JsonWriter value(Values values) {
        return step(json -> write(json, values, 1));
    }

    /** The text so far, which must be complete: everything opened is closed. Ends this writer. */
    public byte[] finish() {
        if (!generator.streamWriteContext().inRoot()) {
            throw new IllegalStateException("The JSON text is not complete: "
                    + generator.streamWriteContext().pathAsPointer() + " is still open.");
        }
        return step(JsonGenerator::close).bytes.toByteArray();
    }

    private void write(JsonGenerator json, Value value, int depth) {
        if (value instanceof Value.Int it) {
            json.writeNumber(it.value());
        } else if (value instanceof Value.Float64 it) {
            json.writeNumber(it.value());
        } else if (value instanceof Value.Bool it) {
            writeBool(json, it.value());
        } else if (value instanceof Value.Text it) {
            json.writeString(it.value());
        } else if (value instanceof Value.Float32 it) {
            json.writeNumber(it.value());
        } else if (value instanceof Value.Date it) {
            writeDate(json, it.value().toEpochMilli());
        } else if (value instanceof Value.Struct it) {
            write(json, it.value(), depth);
        } else if (value instanceof Value.Array it) {
            checkDepth(json, depth);
            json.writeStartArray();
            for (Value item : it.value()) {
                write(json, item, depth + 1);
            }
            json.writeEndArray();
        }
    }

    private void write(JsonGenerator json, Values values, int depth) {
        checkDepth(json, depth);
        json.writeStartObject();
        values.forEach((name, value) -> {
            json.writeName(name);
            write(json, value, depth + 1);
        });
        json.writeEndObject();
    }

    private void writeBool(JsonGenerator json, boolean bool) {
        if (form.numericBooleans()) {
            json.writeNumber(bool ? 1 : 0);
        } else {
            json.writeBoolean(bool);
        }
    }

    private void writeDate(JsonGenerator json, long millis) {
        if (form.textDates()) {
            json.writeString(Long.toString(millis));
        } else {
            json.writeNumber(millis);
        }
    }

    private static void checkDepth(JsonGenerator json, int depth) {
        if (depth > JsonSyntax.MAX_DEPTH) {
            throw new MappingException(
                    json.streamWriteContext().pathAsPointer().toString(),
                    "Values are nested deeper than " + JsonSyntax.MAX_DEPTH + " levels, which no reader takes.");
        }
    }

    private interface Piece {
        void writeTo(JsonGenerator json);
    }

    private JsonWriter step(Piece piece) {
        try {
            piece.writeTo(generator);
            return this;
        } catch (JacksonException misuse) {
            throw new IllegalStateException(
                    "This piece of JSON cannot stand at \""
                            + generator.streamWriteContext().pathAsPointer() + "\"; this is a bug in the caller.",
                    misuse);
        }
    }
}
