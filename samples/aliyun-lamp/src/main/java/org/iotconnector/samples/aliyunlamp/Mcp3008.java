package org.iotconnector.samples.aliyunlamp;

import com.pi4j.context.Context;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import com.pi4j.io.spi.SpiChipSelect;
import com.pi4j.io.spi.SpiMode;

/** The MCP3008 by Microchip on SPI bus 0, chip select 0. One thread at a time. */
final class Mcp3008 implements Adc {
    /** The data sheet (DS21295) allows 1.35 MHz at 2.7 V and more above. */
    private static final int BAUD = 1_000_000;

    private final Spi spi;
    private final int channel;

    /**
     * Opens the bus, which the context closes.
     *
     * @param channel 0 to 7, the pin CH0 to CH7
     */
    Mcp3008(Context pi4j, int channel) {
        if (channel < 0 || channel > 7) {
            throw new IllegalArgumentException("An MCP3008 has no channel " + channel + "; use 0 to 7.");
        }
        this.channel = channel;
        this.spi = pi4j.create(Spi.newConfigBuilder(pi4j)
                .id("adc")
                .bus(SpiBus.BUS_0)
                .chipSelect(SpiChipSelect.CS_0)
                .mode(SpiMode.MODE_0)
                .baud(BAUD)
                .build());
    }

    /** Start bit, then "single-ended" and the channel, then 8 clocks; the last 10 bits that come back are the value. */
    @Override
    public int read() {
        byte[] request = {1, (byte) ((8 + channel) << 4), 0};
        byte[] answer = new byte[request.length];
        spi.transfer(request, answer, request.length);
        return ((answer[1] & 0b11) << 8) | (answer[2] & 0xFF);
    }

    @Override
    public String toString() {
        return "an MCP3008 (channel " + channel + ")";
    }
}
