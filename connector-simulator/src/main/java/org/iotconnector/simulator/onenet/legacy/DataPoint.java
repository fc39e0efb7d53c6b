package org.iotconnector.simulator.onenet.legacy;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * One point of a data stream as the platform stored it.
 *
 * @param stream the stream's name; the number as text for layout 7, empty for text without a stream
 * @param at the time that came with it, in no zone, as on the wire; empty for the time of arrival
 * @param value a number, text or other plain JSON value; {@link BinaryData} for layout 2, {@code Float} for layout 7
 */
public record DataPoint(String stream, Optional<LocalDateTime> at, Object value) {}
