package org.iotconnector.simulator.internal.adafruit.http;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.iotconnector.simulator.internal.http.Response;

/** {@code …/integrations/time/…}, and {@code /time/…} without user and key. Adafruit IO API docs, "Time", read 2026-11. */
final class TimeApi {
    private static final DateTimeFormatter ISO_MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String DEFAULT_FORMAT = "%Y-%m-%d %H:%M:%S.%L %j %u %z %Z";
    private static final int DAYS = 7;

    private final Targets targets;
    private final Clock clock;

    TimeApi(Targets targets, Clock clock) {
        this.targets = targets;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        for (String struct : new String[] {"struct", "struct.json"}) {
            routes.get("{U}/integrations/time/" + struct, call -> Response.json(200, struct(zoned(call))));
        }
        routes.get("{U}/integrations/time/strftime", call -> {
            ZonedDateTime time = zoned(call);
            String format = call.query().text("fmt");
            return text(new Strftime(format == null ? DEFAULT_FORMAT : format).text(time));
        });
        routes.get(
                "{U}/integrations/time/clock",
                call -> text(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        Times.wholeSeconds(zoned(call).toInstant()).atZone(zone(call)))));
        open(routes, "seconds", now -> String.valueOf(now.getEpochSecond()));
        open(routes, "millis", now -> String.valueOf(now.toEpochMilli()));
        open(routes, "ISO-8601", ISO_MILLIS::format);
        open(routes, "hours", now -> String.valueOf(now.atOffset(ZoneOffset.UTC).getHour()));
    }

    private void open(Routes routes, String unit, Function<Instant, String> form) {
        routes.get("time/" + unit, call -> text(form.apply(clock.instant())));
    }

    private ZonedDateTime zoned(Call call) {
        targets.own(call);
        return clock.instant().atZone(zone(call));
    }

    /** The platform guesses a time zone from the caller's address; here it is UTC. */
    private static ZoneId zone(Call call) {
        String name = call.query().text("tz");
        try {
            return name == null || name.isEmpty() ? ZoneId.of("UTC") : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw ApiFailure.invalid("tz is [" + name + "], expected a time zone such as Europe/Berlin");
        }
    }

    private static Map<String, Object> struct(ZonedDateTime time) {
        Map<String, Object> struct = new LinkedHashMap<>();
        struct.put("year", time.getYear());
        struct.put("mon", time.getMonthValue());
        struct.put("mday", time.getDayOfMonth());
        struct.put("hour", time.getHour());
        struct.put("min", time.getMinute());
        struct.put("sec", time.getSecond());
        struct.put("wday", time.getDayOfWeek().getValue() % DAYS);
        struct.put("yday", time.getDayOfYear());
        struct.put("isdst", time.getZone().getRules().isDaylightSavings(time.toInstant()) ? 1 : 0);
        return struct;
    }

    private static Response text(String text) {
        return Response.of(200, "text/plain;charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }
}
