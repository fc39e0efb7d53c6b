package org.iotconnector.simulator.onenet;

import java.time.Instant;

/**
 * A value that a device reported for a property.
 *
 * @param value plain value: {@code Number}, {@code String}, {@code Boolean}, {@code List} or {@code Map}
 * @param time the time the device gave, or that of arrival
 */
public record PropertyValue(Object value, Instant time) {}
