package org.iotconnector.onenet.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be written into a device image. OneNET, "Device image", read 2026-11. */
class ImageUpdatesTest {
    private static String write(Values reported, Values desired) {
        return new String(ImageUpdates.write(reported, desired).toArray(), StandardCharsets.UTF_8);
    }

    private static void assertRefused(Values reported, String reason, String location) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> ImageUpdates.write(reported, Values.empty()))
                .withMessageContaining(reason)
                .satisfies(thrown -> assertThat(thrown.location()).isEqualTo(location));
    }

    @Test
    void update_ofBoth_namesBoth() {
        assertThat(write(Values.of("color", "blue", "on", true), Values.of("color", "red")))
                .isEqualTo(
                        "{\"state\":{\"reported\":{\"color\":\"blue\",\"on\":true},\"desired\":{\"color\":\"red\"}}}");
    }

    @Test
    void update_ofOne_leavesOutTheOther() {
        assertThat(write(Values.empty(), Values.of("on", 1))).isEqualTo("{\"state\":{\"desired\":{\"on\":1}}}");
        assertThat(write(Values.of("on", 1), Values.empty())).isEqualTo("{\"state\":{\"reported\":{\"on\":1}}}");
    }

    @Test
    void update_ofNothing_isRefusedBefore164() {
        assertRefused(Values.empty(), "needs reported or desired values", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-b", "a.b", "温度", "a234567890123456789012345678901"})
    void update_ofAnotherName_namesTheRule(String name) {
        assertRefused(Values.of(name, 1), "1 to 30 characters of A-Z a-z 0-9 _", "/reported/" + name);
    }

    @Test
    void update_ofTextPast512Bytes_isRefused() {
        assertThat(write(Values.of("t", "x".repeat(512)), Values.empty())).contains("xxx");
        assertRefused(Values.of("t", "x".repeat(513)), "513 bytes", "/reported/t");
        assertRefused(Values.of("t", "灯".repeat(171)), "513 bytes", "/reported/t");
    }

    @Test
    void update_ofIntegersPast52Bits_isRefused() {
        assertThat(write(Values.of("low", -4_503_599_627_370_496L, "high", 4_503_599_627_370_495L), Values.empty()))
                .contains("-4503599627370496", "4503599627370495");
        assertRefused(Values.of("n", 4_503_599_627_370_496L), "4503599627370496", "/reported/n");
        assertRefused(Values.of("n", -4_503_599_627_370_497L), "-4503599627370497", "/reported/n");
        assertRefused(Values.of("n", List.of(1, Long.MAX_VALUE)), "OneNET takes integers", "/reported/n");
    }

    @Test
    void update_nestedFourLevels_isTakenAndFiveAreNot() {
        Values four = Values.of("d", Values.of("d", Values.of("d", Values.of("d", 1))));

        assertThat(write(four, Values.empty())).contains("{\"d\":1}");
        assertRefused(Values.of("d", four), "deeper than the 4 levels", "/reported/d/d/d/d");
    }

    @Test
    void update_past4096Bytes_isRefused() {
        Values.Builder values = Values.builder();
        for (int i = 0; i < 8; i++) {
            values.put("t" + i, "x".repeat(512));
        }

        assertRefused(values.build(), "OneNET takes 4096", "");
    }
}
