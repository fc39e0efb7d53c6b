package org.iotconnector.simulator.adafruit;

import java.time.Instant;
import java.util.Optional;

/**
 * A stored value.
 *
 * @param id 26 characters; ids sort by time
 * @param value always text
 * @param location latitude, longitude and elevation with commas between them, empty where unset, for example {@code 48.25,-3.5,}
 * @param createdAt when it was measured
 */
public record AdafruitValue(String id, String value, Optional<String> location, Instant createdAt) {}
