package org.iotconnector.simulator.adafruit;

import java.time.Duration;
import java.time.Instant;

/**
 * An account was banned, with all its devices.
 *
 * @param at when, by the simulator's clock
 * @param length for how long
 * @param reason what there was too much of
 */
public record AdafruitBan(Instant at, Duration length, String reason) {}
