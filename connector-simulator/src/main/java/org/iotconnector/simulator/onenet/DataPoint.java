package org.iotconnector.simulator.onenet;

import java.time.Instant;

/**
 * A point of a data stream.
 *
 * @param value plain value: {@code Number}, {@code String} or {@code Map}
 * @param time the time the device gave, in whole seconds, or that of arrival
 */
public record DataPoint(Object value, Instant time) {}
