package org.iotconnector.samples.aliyunlamp;

import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/** A light sensor beside the LED in a room whose daylight comes and goes once a minute. */
final class SimulatedLight implements Adc {
    private static final long DAY_MILLIS = 60_000;

    private final BooleanSupplier led;
    private final InstantSource clock;

    SimulatedLight(BooleanSupplier led, InstantSource clock) {
        this.led = led;
        this.clock = clock;
    }

    @Override
    public int read() {
        double phase = 2 * Math.PI * (clock.millis() % DAY_MILLIS) / DAY_MILLIS;
        double daylight = 250 + 150 * Math.sin(phase);
        return (int) Math.round(daylight + (led.getAsBoolean() ? 500 : 0));
    }

    @Override
    public String toString() {
        return "a simulated light sensor";
    }
}
