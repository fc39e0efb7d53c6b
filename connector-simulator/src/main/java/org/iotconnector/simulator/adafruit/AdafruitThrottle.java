package org.iotconnector.simulator.adafruit;

import java.time.Instant;

/**
 * An account was told to slow down.
 *
 * @param at when, by the simulator's clock
 * @param text what was sent on its topic {@code throttle}, without quotes
 */
public record AdafruitThrottle(Instant at, String text) {}
