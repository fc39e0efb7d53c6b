package org.iotconnector.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void readObject_alinkMessage_keepsOrderAndTypes() {
        Values message = Json.readObject(utf8(
                "{\"id\":\"1042\",\"code\":200,\"data\":{\"T\":21.5,\"on\":true},\"list\":[1,\"a\"],\"none\":null}"));

        assertThat(message)
                .isEqualTo(Values.builder()
                        .put("id", "1042")
                        .put("code", 200)
                        .put("data", Values.of("T", 21.5, "on", true))
                        .put("list", List.of(1, "a"))
                        .build());
        assertThat(message.names()).containsExactly("id", "code", "data", "list");
    }

    @Test
    void readObject_otherValue_saysWhatItIs() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Json.readObject(utf8("[1]")))
                .withMessage("The payload must be a JSON object but is an array.");
    }

    @Test
    void read_numbers_becomeIntOrFloat64() {
        assertThat(read("9223372036854775807")).isEqualTo(Value.of(Long.MAX_VALUE));
        assertThat(read("-9223372036854775808")).isEqualTo(Value.of(Long.MIN_VALUE));
        assertThat(read("9223372036854775808")).isEqualTo(Value.of(0x1p63));
        assertThat(read("1.0")).isEqualTo(Value.of(1.0));
        assertThat(read("1e2")).isEqualTo(Value.of(100.0));
        assertThat(read("-0.0")).isEqualTo(Value.of(-0.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''            | is empty",
                "' '           | is empty",
                "null          | is null",
                "[null]        | /0: An item of an array must not be null",
                "{\"a\":1}x    | near byte 7 ('x')",
                "{\"a\":1} 2   | more follows, from byte 8",
                "{\"a\":1      | /a: The JSON text ends too early, at byte 6",
                "{\"a\":[1,}   | /a/1: This is not JSON, near byte 8 ('}')",
                "{\"a\":1,}    | near byte 7 ('}')",
                "\"abc         | ends too early",
                "{'a':1}       | near byte 1",
                "01            | near byte 0",
                "NaN           | not JSON",
                "+1            | not JSON",
                "1.            | near byte 1",
                "tru           | not JSON",
                "/*c*/1        | not JSON",
                "1e999         | too large",
                "{\"a\":1,\"a\":2} | /a: The name is there twice",
                "{\"a\":null,\"a\":2} | /a: The name is there twice",
                "{\"\":1}      | must not be empty",
                "{\"x\\u0000\":1} | control characters",
                "[\"\\ud800\"] | /0: The text has half a character",
                "\"a\\x\"      | not JSON",
            })
    void read_badText_saysWhereAndWhy(String json, String expected) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Json.read(utf8(json)))
                .withMessageContaining(expected)
                .withNoCause();
    }

    @Test
    void read_controlCharacterInText_isRefused() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Json.read(utf8("{\"a\":\"x\ny\"}")))
                .withMessageContaining("/a")
                .withMessageContaining("0x0a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22 80 22",
                "22 c0 80 22",
                "22 ed a0 80 22",
                "22 f8 88 80 80 80 22",
                "22 c3 22",
                "22 f4 90 80 80 22",
                "22 61 e4 bd",
                "ff fe 31 00"
            })
    void read_notUtf8_givesTheOffset(String hex) {
        byte[] json = bytes(hex);

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Json.read(json))
                .withMessageContaining("not UTF-8")
                .withMessageContaining("byte " + (hex.startsWith("ff") ? 0 : hex.startsWith("22 61") ? 2 : 1));
    }

    @Test
    void read_utf16_isNotGuessed() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Json.read("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void read_nesting_endsAt32() {
        assertThat(read("[".repeat(32) + "]".repeat(32)).asList()).hasSize(1);
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> read("[".repeat(33) + "]".repeat(33)))
                .withMessageContaining("deeper than 32")
                .withMessageContaining("/0/0");
        assertThatExceptionOfType(MappingException.class).isThrownBy(() -> read("{\"a\":".repeat(100_000)));
    }

    @Test
    void read_size_endsAtOneMebibyte() {
        String largest = "\"" + "x".repeat((1 << 20) - 2) + "\"";

        assertThat(read(largest).asText()).hasSize((1 << 20) - 2);
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> read(largest + " "))
                .withMessageContaining("1048577 bytes");
    }

    @Test
    void read_endlessNumber_isRefused() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> read("1".repeat(100_000)))
                .withMessageContaining("too long");
    }

    @Test
    void write_values_inPlainForm() {
        Values values = Values.of("on", true, "n", 1, "f", 23.0, "g", 0.1f, "text", "a\"\n\u0001é😀");

        assertThat(new String(Json.write(values), StandardCharsets.UTF_8))
                .isEqualTo("{\"on\":true,\"n\":1,\"f\":23.0,\"g\":0.1,\"text\":\"a\\\"\\n\\u0001é😀\"}");
    }

    @Test
    void write_tooDeep_isRefused() {
        Value value = Value.of(1);
        for (int i = 0; i < 33; i++) {
            value = new Value.Array(List.of(value));
        }
        Value tooDeep = value;

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Json.write(tooDeep))
                .withMessageContaining("32");
    }

    private static Value read(String json) {
        return Json.read(utf8(json));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String hex) {
        String[] parts = hex.split(" ", -1);
        byte[] bytes = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = (byte) Integer.parseInt(parts[i], 16);
        }
        return bytes;
    }

    @Test
    void readLenient_nullItemsAndBadNames_areLeftOut() {
        Value value = Json.readLenient(utf8("{\"a\":[1,null,2],\"\":3,\"b\":null}"), 100);

        assertThat(value.asStruct()).isEqualTo(Values.of("a", List.of(1, 2)));
    }

    @Test
    void readLenient_largerThanAllowed_isRefused() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Json.readLenient(utf8("[1, 2, 3]"), 8))
                .withMessageContaining("at most 8");
    }

    @Test
    void readLenient_largerThanAMessage_isRead() {
        String items = "1,".repeat(1 << 20) + "1";

        assertThat(Json.readLenient(utf8("[" + items + "]"), 4 << 20).asList()).hasSize((1 << 20) + 1);
    }
}
