package org.iotconnector.simulator.easyiot;

import java.time.Instant;

/**
 * A stored message.
 *
 * @param id its number among all of the site, from 1
 * @param time when it came, by the simulator's clock
 * @param text its payload, read as UTF-8
 */
public record EasyIotMessage(long id, Instant time, String text) {}
