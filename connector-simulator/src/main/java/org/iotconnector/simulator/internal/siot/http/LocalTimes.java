package org.iotconnector.simulator.internal.siot.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Times as the server writes and reads them: in its own zone, which it does not tell. SIoT manual, "Web API", read 2026-11. */
final class LocalTimes {
    private static final int DATE_CHARS = 10;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private final ZoneId zone;

    LocalTimes(ZoneId zone) {
        this.zone = zone;
    }

    /** In whole seconds. */
    String write(Instant moment) {
        return DATE_TIME.format(moment.atZone(zone));
    }

    /** A date, which means the moment it begins, or a date and a time of day. */
    LocalDateTime read(String name, String text) {
        try {
            return text.length() == DATE_CHARS
                    ? LocalDate.parse(text, DATE).atStartOfDay()
                    : LocalDateTime.parse(text, DATE_TIME);
        } catch (DateTimeException malformed) {
            throw new RefusedException("parameter " + name + " is no yyyy-MM-dd or yyyy-MM-dd HH:mm:ss");
        }
    }

    /** The moment as the server's clock shows it, in whole seconds as it is stored. */
    LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone).withNano(0);
    }
}
