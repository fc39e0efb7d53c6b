package org.iotconnector.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    private static final JsonForm ALINK = JsonForm.plain().withNumericBooleans().withTextDates();

    @Test
    void pieces_makeOneText() {
        JsonWriter writer = JsonWriter.create()
                .startObject()
                .name("id")
                .text("1042")
                .name("sys")
                .startObject()
                .name("ack")
                .number(1)
                .endObject()
                .name("params")
                .value(Values.of("T", 23.0))
                .name("list")
                .startArray()
                .value(Value.of(1))
                .bool(true)
                .number(0.5)
                .raw("{\"a\":[]}")
                .endArray()
                .endObject();

        assertThat(text(writer))
                .isEqualTo(
                        "{\"id\":\"1042\",\"sys\":{\"ack\":1},\"params\":{\"T\":23.0},\"list\":[1,true,0.5,{\"a\":[]}]}");
    }

    @Test
    void value_inAlinkForm_writesBooleansAsNumbersAndDatesAsText() {
        Instant time = Instant.ofEpochMilli(1700000000000L);
        Values values =
                Values.of("on", true, "at", time, "inner", Values.of("off", false), "list", List.of(true, time));

        assertThat(text(JsonWriter.create(ALINK).value(values)))
                .isEqualTo("{\"on\":1,\"at\":\"1700000000000\",\"inner\":{\"off\":0},\"list\":[1,\"1700000000000\"]}");
    }

    @Test
    void value_inPlainForm_writesDatesAsNumbers() {
        assertThat(text(JsonWriter.create().value(Value.of(Instant.ofEpochMilli(5)))))
                .isEqualTo("5");
    }

    @Test
    void value_float32_hasFewestDigits() {
        assertThat(text(JsonWriter.create().value(Value.of(List.of(0.1f, 23f, 1e10f, Float.MIN_VALUE)))))
                .isEqualTo("[0.1,23.0,1.0E10,1.4E-45]");
    }

    @Test
    void piece_outOfPlace_isAClearErrorOfTheCaller() {
        JsonWriter writer = JsonWriter.create().startObject();

        assertThatIllegalStateException().isThrownBy(() -> writer.number(1)).withMessageContaining("bug");
        assertThatIllegalStateException()
                .isThrownBy(() -> JsonWriter.create().startArray().name("a"));
        assertThatIllegalStateException()
                .isThrownBy(() -> JsonWriter.create().startArray().endObject());
        assertThatIllegalStateException().isThrownBy(() -> JsonWriter.create().number(Double.NaN));
    }

    @Test
    void finish_somethingOpen_isRefused() {
        JsonWriter writer = JsonWriter.create().startObject().name("a").startArray();

        assertThatIllegalStateException().isThrownBy(writer::finish).withMessageContaining("/a");
    }

    @Test
    void value_insideAnEnvelope_mayStillBe32LevelsDeep() {
        Value value = Value.of(1);
        for (int i = 0; i < 32; i++) {
            value = new Value.Array(List.of(value));
        }
        Value deepest = value;

        assertThat(text(JsonWriter.create().startArray().value(deepest).endArray()))
                .startsWith("[".repeat(33));
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> JsonWriter.create().value(new Value.Array(List.of(deepest))));
    }

    private static String text(JsonWriter writer) {
        return new String(writer.finish(), StandardCharsets.UTF_8);
    }
}
