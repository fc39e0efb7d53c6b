package org.iotconnector.onenet.api;

import java.time.Instant;
import org.iotconnector.core.thing.Value;

/**
 * A value that a property had.
 *
 * @param time when
 * @param value what
 */
public record PropertyPoint(Instant time, Value value) {}
