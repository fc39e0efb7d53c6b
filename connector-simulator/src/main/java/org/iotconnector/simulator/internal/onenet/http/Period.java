package org.iotconnector.simulator.internal.onenet.http;

import java.time.Instant;

/**
 * From when to when entries are asked for, both included, in milliseconds.
 *
 * @param start {@code start_time}
 * @param end {@code end_time}
 */
record Period(long start, long end) {
    private static final long LATEST = 253_402_300_799_999L; // the last millisecond of the year 9999

    static Period of(Parameters parameters) {
        long start = parameters.number("start_time", 0, LATEST);
        return new Period(start, parameters.number("end_time", start, LATEST));
    }

    boolean contains(Instant time) {
        return time.toEpochMilli() >= start && time.toEpochMilli() <= end;
    }
}
