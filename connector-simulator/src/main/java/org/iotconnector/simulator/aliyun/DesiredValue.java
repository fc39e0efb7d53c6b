package org.iotconnector.simulator.aliyun;

/**
 * What the cloud wants a property to be.
 *
 * @param value plain value
 * @param version 1 for the first value, one more for each later one
 */
public record DesiredValue(Object value, long version) {}
