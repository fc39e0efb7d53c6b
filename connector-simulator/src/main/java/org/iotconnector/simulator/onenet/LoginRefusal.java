package org.iotconnector.simulator.onenet;

import java.time.Instant;

/**
 * A CONNECT that was turned away, as the platform's device log shows it.
 *
 * @param time when, by the simulator's clock
 * @param device the device it claimed to be, {@code pid/dev}; parts that were missing are empty
 * @param code one of the codes 1101 to 1114, answered by CONNACK 4; 0 when the connection was closed without an answer
 * @param text what was wrong, without secrets
 */
public record LoginRefusal(Instant time, String device, int code, String text) {}
