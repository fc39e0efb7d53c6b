package org.iotconnector.simulator.onenet;

/**
 * What the cloud wants a property to be.
 *
 * @param value plain value
 * @param version 1 for the first value, one more for each later one, and 1 again after it was cleared
 */
public record DesiredValue(Object value, long version) {}
