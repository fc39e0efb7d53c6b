package org.iotconnector.simulator.internal.adafruit.http;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.iotconnector.simulator.internal.adafruit.store.Datum;
import org.iotconnector.simulator.internal.adafruit.store.FeedPlace;
import org.iotconnector.simulator.internal.http.Response;
import org.jspecify.annotations.Nullable;

/** {@code …/data/chart}. Adafruit IO API docs, "Chart feed data", read 2026-11. */
final class ChartApi {
    private static final List<Integer> RESOLUTIONS = List.of(1, 5, 10, 30, 60, 120, 240, 480, 960);
    private static final int DEFAULT_HOURS = 24;
    /** Without a resolution asked for, the finest that needs no more points than this. */
    private static final int POINTS = 600;

    private final Targets targets;
    private final Clock clock;

    ChartApi(Targets targets, Clock clock) {
        this.targets = targets;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        routes.get("{U}/feeds/{K}/data/chart", this::chart);
        routes.get("{U}/groups/{G}/feeds/{K}/data/chart", this::chart);
    }

    private record Span(Instant start, Instant end, long hours) {}

    private Response chart(Call call) {
        FeedPlace place = targets.readableFeed(call);
        Fields query = call.query();
        Span span = span(query);
        List<Datum> data = place.feed().data().byId().values().stream()
                .filter(datum -> !datum.createdAt().isBefore(span.start())
                        && !datum.createdAt().isAfter(span.end()))
                .toList();
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("start_time", Times.record(span.start()));
        parameters.put("end_time", Times.record(span.end()));
        if (Boolean.TRUE.equals(query.flag("raw"))) {
            if (query.has("field") || query.has("resolution")) {
                throw ApiFailure.invalid("raw goes with neither field nor resolution");
            }
            parameters.put("hours", span.hours());
            parameters.put("raw", true);
            return answer(place, parameters, "value", raw(data));
        }
        int resolution = resolution(query, span);
        ChartField field = ChartField.named(Objects.requireNonNullElse(query.text("field"), "avg"));
        parameters.put("resolution", resolution);
        parameters.put("hours", span.hours());
        parameters.put("field", field.word());
        return answer(place, parameters, field.word(), buckets(data, Duration.ofMinutes(resolution), field));
    }

    private Span span(Fields query) {
        Integer hours = query.whole("hours");
        if (hours != null && hours < 1) {
            throw ApiFailure.invalid("hours is [" + hours + "], expected 1 or more");
        }
        Instant start = query.time("start_time");
        Instant askedEnd = query.time("end_time");
        Instant end = askedEnd == null ? clock.instant() : askedEnd;
        if (start == null || (hours != null && askedEnd == null)) {
            int length = hours == null ? DEFAULT_HOURS : hours;
            return new Span(end.minus(Duration.ofHours(length)), end, length);
        }
        return new Span(start, end, Duration.between(start, end).toHours());
    }

    private static int resolution(Fields query, Span span) {
        Integer asked = query.whole("resolution");
        if (asked == null) {
            long minutes = Duration.between(span.start(), span.end()).toMinutes();
            return RESOLUTIONS.stream()
                    .filter(resolution -> minutes / resolution <= POINTS)
                    .findFirst()
                    .orElse(RESOLUTIONS.get(RESOLUTIONS.size() - 1));
        }
        if (!RESOLUTIONS.contains(asked)) {
            throw ApiFailure.invalid("resolution is [" + asked + "], expected one of " + RESOLUTIONS);
        }
        return asked;
    }

    private static List<List<String>> raw(List<Datum> data) {
        return data.stream()
                .map(datum -> List.of(Times.record(datum.createdAt()), datum.value()))
                .toList();
    }

    /** One row per stretch of time that has numbers; text is left out. */
    private static List<List<String>> buckets(List<Datum> data, Duration resolution, ChartField field) {
        Map<Long, List<BigDecimal>> byStart = new TreeMap<>();
        for (Datum datum : data) {
            BigDecimal number = number(datum.value());
            if (number != null) {
                long start = Math.floorDiv(datum.createdAt().getEpochSecond(), resolution.toSeconds());
                byStart.computeIfAbsent(start, absent -> new ArrayList<>()).add(number);
            }
        }
        return byStart.entrySet().stream()
                .map(bucket -> List.of(
                        Times.record(Instant.ofEpochSecond(bucket.getKey() * resolution.toSeconds())),
                        field.of(bucket.getValue())))
                .toList();
    }

    private static @Nullable BigDecimal number(String value) {
        String text = value.strip();
        // Longer exponents would make numbers of gigabytes.
        return text.matches("[-+]?[0-9]{1,40}(?:\\.[0-9]{1,40})?(?:[eE][-+]?[0-9]{1,2})?")
                ? new BigDecimal(text)
                : null;
    }

    private static Response answer(
            FeedPlace place, Map<String, Object> parameters, String column, List<List<String>> data) {
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("id", place.feed().id());
        feed.put("key", place.key());
        feed.put("name", place.feed().name());
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("feed", feed);
        chart.put("parameters", parameters);
        chart.put("columns", List.of("date", column));
        chart.put("data", data);
        return Response.json(200, chart);
    }
}
