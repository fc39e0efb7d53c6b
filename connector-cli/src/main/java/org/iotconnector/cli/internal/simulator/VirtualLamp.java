package org.iotconnector.cli.internal.simulator;

import org.iotconnector.core.thing.Values;

/** An LED and the voltage at it, as an ADC of 12 bits sees it. Thread-safe. */
final class VirtualLamp {
    static final String SWITCH = "LightSwitch";
    static final String ADC = "CurrentLedADC";

    private static final int BRIGHT = 2600;
    private static final int DARK = 120;
    private static final int RIPPLE = 40;

    private boolean on;
    private int readings;

    /** Switches the light. */
    synchronized void switchTo(boolean light) {
        on = light;
    }

    /** What the lamp would report now; the voltage moves a little, as a real one does. */
    synchronized Values read() {
        readings++;
        double ripple = RIPPLE * Math.sin(readings * 0.9);
        return Values.of(SWITCH, on, ADC, (int) Math.round((on ? BRIGHT : DARK) + ripple));
    }
}
