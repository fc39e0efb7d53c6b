package org.iotconnector.samples.aliyunlamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import com.pi4j.plugin.mock.provider.spi.MockSpi;
import com.pi4j.plugin.mock.provider.spi.MockSpiProvider;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HardwareTest {
    private final Context pi4j =
            Pi4J.newContextBuilder().add(MockSpiProvider.newInstance()).build();

    @AfterEach
    void shutDown() {
        pi4j.shutdown();
    }

    @Test
    void mcp3008_read_asksForItsChannel() {
        Mcp3008 adc = new Mcp3008(pi4j, 5);
        MockSpi chip = pi4j.io("adc", MockSpi.class);

        adc.read();

        assertThat(chip.readEntireMockBuffer()).containsExactly(1, 0b1101_0000, 0);
    }

    @Test
    void mcp3008_read_givesTheLastTenBits() {
        Mcp3008 adc = new Mcp3008(pi4j, 0);
        // Before the value the chip leaves its output floating: the upper bits may be anything.
        pi4j.io("adc", MockSpi.class).write(new byte[] {(byte) 0xFF, (byte) 0b1111_1010, (byte) 0x9C});

        int value = adc.read();

        assertThat(value).isEqualTo(0x29C);
    }

    @Test
    void mcp3008_ofChannel8_isRefused() {
        assertThatThrownBy(() -> new Mcp3008(pi4j, 8)).hasMessageContaining("no channel 8; use 0 to 7");
    }

    @Test
    void simulatedLight_withLedOn_isBrighter() {
        Instant noon = Instant.EPOCH;

        int dark = new SimulatedLight(() -> false, () -> noon).read();
        int bright = new SimulatedLight(() -> true, () -> noon).read();

        assertThat(dark).isEqualTo(250);
        assertThat(bright).isEqualTo(750);
    }

    @Test
    void simulatedLight_overTheDay_changes() {
        int morning = new SimulatedLight(() -> false, () -> Instant.EPOCH).read();
        int noon = new SimulatedLight(() -> false, () -> Instant.EPOCH.plusSeconds(15)).read();

        assertThat(noon).isGreaterThan(morning);
    }

    @Test
    void mockLamp_switched_shines() {
        try (LampHardware lamp = Pi4jLamp.mock(17)) {
            boolean before = lamp.isOn();

            lamp.switchTo(true);

            assertThat(before).isFalse();
            assertThat(lamp.isOn()).isTrue();
        }
    }

    @Test
    void lamp_withoutItsHardware_saysWhatToDo() {
        Context board = Pi4J.newContextBuilder()
                .add(MockDigitalOutputProvider.newInstance())
                .build();

        assertThatThrownBy(() -> new Pi4jLamp(board, 17, led -> new Mcp3008(board, 8)))
                .hasMessageContainingAll("no channel 8", "--mock");
        assertThat(board.isShutdown()).isTrue();
    }
}
