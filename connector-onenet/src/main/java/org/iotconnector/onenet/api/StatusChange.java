package org.iotconnector.onenet.api;

import java.time.Instant;

/**
 * A device came or went.
 *
 * @param status what it was from then on
 * @param time when
 */
public record StatusChange(DeviceStatus status, Instant time) {}
