package org.iotconnector.samples.aliyunlamp;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import com.pi4j.plugin.linuxfs.provider.spi.LinuxFsSpiProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;

/** LED and sensor through Pi4J: the real ones on a Raspberry Pi, Pi4J's mock pin and simulated light elsewhere. */
final class Pi4jLamp implements LampHardware {
    private final Context pi4j;
    private final DigitalOutput led;
    private final Adc adc;

    Pi4jLamp(Context pi4j, int ledPin, Function<DigitalOutput, Adc> adc) {
        this.pi4j = pi4j;
        try {
            this.led = pi4j.create(DigitalOutput.newConfigBuilder(pi4j)
                    .id("led")
                    .address(ledPin)
                    .initial(DigitalState.LOW)
                    .shutdown(DigitalState.LOW)
                    .build());
            this.adc = adc.apply(led);
        } catch (RuntimeException unusable) {
            pi4j.shutdown();
            throw new IllegalStateException(
                    "The hardware cannot be used; set it up as the samples' README says, or run with --mock. Cause: "
                            + unusable.getMessage(),
                    unusable);
        }
    }

    /** The real hardware on a Raspberry Pi, the mock on every other machine. */
    static Pi4jLamp detect(int ledPin, int adcChannel) {
        return onRaspberryPi() ? onBoard(ledPin, adcChannel) : mock(ledPin);
    }

    /** Asks the kernel: Pi4J says no to boards newer than itself as well, and a mock would hide that. */
    private static boolean onRaspberryPi() {
        try {
            return Files.readString(Path.of("/proc/device-tree/model")).startsWith("Raspberry Pi");
        } catch (IOException noSuchFile) {
            return false;
        }
    }

    /** LED at GPIO {@code ledPin} (BCM number), light sensor at a channel of an MCP3008. */
    static Pi4jLamp onBoard(int ledPin, int adcChannel) {
        // Named rather than found by Pi4J: these two need no root and know the Raspberry Pi 5 as well.
        Context pi4j = Pi4J.newContextBuilder()
                .add(GpioDDigitalOutputProvider.newInstance(), LinuxFsSpiProvider.newInstance())
                .build();
        return new Pi4jLamp(pi4j, ledPin, led -> new Mcp3008(pi4j, adcChannel));
    }

    /** No hardware at all. */
    static Pi4jLamp mock(int ledPin) {
        Context pi4j = Pi4J.newContextBuilder()
                .add(MockDigitalOutputProvider.newInstance())
                .build();
        return new Pi4jLamp(pi4j, ledPin, led -> new SimulatedLight(led::isHigh, InstantSource.system()));
    }

    @Override
    public synchronized boolean isOn() {
        return led.isHigh();
    }

    @Override
    public synchronized void switchTo(boolean on) {
        led.setState(on);
    }

    @Override
    public synchronized int light() {
        return adc.read();
    }

    @Override
    public String toString() {
        return "an LED at GPIO " + led.address() + " (" + led.provider().name() + ") and " + adc;
    }

    @Override
    public synchronized void close() {
        pi4j.shutdown();
    }
}
