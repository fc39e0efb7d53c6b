package org.iotconnector.history;

import java.time.Instant;

/**
 * What a history holds of one property.
 *
 * @param device the device
 * @param property the property
 * @param count how many samples, 1 or more
 * @param first when the oldest was taken
 * @param last when the newest was taken
 */
public record HistorySeries(String device, String property, long count, Instant first, Instant last) {}
