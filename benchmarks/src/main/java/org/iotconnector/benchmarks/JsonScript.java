package org.iotconnector.benchmarks;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The bare JSON library at the same work: reads a payload token by token without keeping anything, and writes the tokens
 * it once read without looking anything up.
 */
final class JsonScript {
    private static final int SIZE = 256;

    /** With the one setting that speeds the toolkit's writing up, or the comparison would flatter it. */
    private final JsonFactory factory = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private final List<Step> steps = new ArrayList<>();

    private interface Step {
        void writeTo(JsonGenerator json);
    }

    JsonScript(byte[] json) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                steps.add(step(token, parser));
            }
        }
    }

    private static Step step(JsonToken token, JsonParser parser) {
        return switch (token) {
            case START_OBJECT -> JsonGenerator::writeStartObject;
            case END_OBJECT -> JsonGenerator::writeEndObject;
            case START_ARRAY -> JsonGenerator::writeStartArray;
            case END_ARRAY -> JsonGenerator::writeEndArray;
            case VALUE_TRUE -> json -> json.writeBoolean(true);
            case VALUE_FALSE -> json -> json.writeBoolean(false);
            case PROPERTY_NAME -> {
                String name = parser.currentName();
                yield json -> json.writeName(name);
            }
            case VALUE_STRING -> {
                String text = parser.getString();
                yield json -> json.writeString(text);
            }
            case VALUE_NUMBER_INT -> {
                long number = parser.getLongValue();
                yield json -> json.writeNumber(number);
            }
            case VALUE_NUMBER_FLOAT -> {
                double number = parser.getDoubleValue();
                yield json -> json.writeNumber(number);
            }
            default -> throw new IllegalArgumentException("A payload holds no " + token + ".");
        };
    }

    byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(SIZE);
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), bytes)) {
            for (Step step : steps) {
                step.writeTo(json);
            }
        }
        return bytes.toByteArray();
    }

    void read(byte[] json, Blackhole sink) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case PROPERTY_NAME -> sink.consume(parser.currentName());
                    case VALUE_STRING -> sink.consume(parser.getString());
                    case VALUE_NUMBER_INT -> sink.consume(parser.getLongValue());
                    case VALUE_NUMBER_FLOAT -> sink.consume(parser.getDoubleValue());
                    default -> sink.consume(token);
                }
            }
        }
    }
}
