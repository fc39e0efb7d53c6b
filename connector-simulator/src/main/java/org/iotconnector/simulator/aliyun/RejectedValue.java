package org.iotconnector.simulator.aliyun;

/**
 * A reported property that the check against the thing model filtered out, as consumers of the platform see it under {@code
 * checkFailedData}.
 *
 * @param identifier the property as the device named it
 * @param code the platform's code, for example 6304 for an unknown property
 * @param message the platform's text
 */
public record RejectedValue(String identifier, int code, String message) {}
