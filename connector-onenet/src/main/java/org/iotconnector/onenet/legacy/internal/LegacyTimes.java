package org.iotconnector.onenet.legacy.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.iotconnector.core.MappingException;

/** Moments as the times without zone that packets hold. */
public final class LegacyTimes {
    private LegacyTimes() {}

    /** What a clock in {@code zone} shows at {@code time}; MappingException when no calendar reaches so far. */
    public static LocalDateTime local(Instant time, ZoneId zone) {
        try {
            return LocalDateTime.ofInstant(time, zone);
        } catch (DateTimeException tooFar) {
            throw new MappingException("time", time + " is too far away to be written as a date.", tooFar);
        }
    }
}
