package org.iotconnector.onenet.api.push;

import java.time.Instant;
import java.util.Optional;
import org.iotconnector.core.thing.Value;

/**
 * A value that a device reported.
 *
 * @param time when, by the device's clock or the platform's; empty if the message says nothing
 */
public record Sample(Value value, Optional<Instant> time) {}
