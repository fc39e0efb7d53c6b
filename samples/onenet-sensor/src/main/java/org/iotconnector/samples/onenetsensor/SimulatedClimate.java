package org.iotconnector.samples.onenetsensor;

import java.time.InstantSource;

/** A room that is heated and aired once in twenty seconds. */
final class SimulatedClimate implements Climate {
    private static final long PERIOD_MILLIS = 20_000;

    private final InstantSource clock;

    SimulatedClimate(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public double temperature() {
        return rounded(24 + 4 * wave());
    }

    @Override
    public double humidity() {
        return rounded(45 - 6 * wave());
    }

    private double wave() {
        return Math.sin(2 * Math.PI * (clock.millis() % PERIOD_MILLIS) / PERIOD_MILLIS);
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
