package org.iotconnector.simulator.internal.adafruit.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.iotconnector.simulator.internal.adafruit.store.Datum;
import org.iotconnector.simulator.internal.adafruit.store.FeedPlace;
import org.iotconnector.simulator.internal.http.Response;
import org.jspecify.annotations.Nullable;

/** Lists of data, newest first, page by page. Adafruit IO API docs, "Pagination", read 2026-11. */
final class DataPages {
    private static final int MAX_LIMIT = 1000;
    private static final String START_TIME = "start_time";
    private static final String END_TIME = "end_time";
    private static final String LIMIT = "limit";
    private static final String BEFORE = "before";

    private final boolean standardLink;
    private final Clock clock;

    /** Prepares it; {@code standardLink} makes the header as RFC 8288 has it instead of the platform's own form. */
    DataPages(boolean standardLink, Clock clock) {
        this.standardLink = standardLink;
        this.clock = clock;
    }

    Response list(Call call, FeedPlace place) {
        Fields query = call.query();
        Integer asked = query.whole(LIMIT);
        int limit = asked == null ? MAX_LIMIT : Math.max(0, Math.min(MAX_LIMIT, asked));
        Instant start = query.time(START_TIME);
        Instant askedEnd = query.time(END_TIME);
        Instant end = askedEnd == null ? clock.instant() : askedEnd;
        String before = query.text(BEFORE);
        List<Datum> inRange = inRange(place, start, end);
        List<Datum> rest = before == null ? inRange : olderThan(Cursor.read(before), inRange);
        List<Datum> page = rest.subList(0, Math.min(limit, rest.size()));
        Map<String, String> pinned = new TreeMap<>();
        if (start != null) {
            pinned.put(START_TIME, Times.pageLink(start));
        }
        // Data that arrive meanwhile must not shift the pages.
        pinned.put(END_TIME, Times.pageLink(end));
        pinned.put(LIMIT, String.valueOf(limit));
        String link = link(call, pinned, before, page.size() < rest.size() ? next(place, page) : null);
        return Response.json(
                        200,
                        page.stream()
                                .map(datum -> DatumRecord.of(place, datum, query))
                                .toList())
                .with("X-Pagination-Count", String.valueOf(page.size()))
                .with("X-Pagination-Limit", String.valueOf(limit))
                .with("X-Pagination-Total", String.valueOf(inRange.size()))
                .with("X-Pagination-Start", start == null ? "" : Times.pageHeader(start))
                .with("X-Pagination-End", Times.pageHeader(end))
                .with("Link", link);
    }

    /** Compares whole seconds, since neither records nor links tell more. */
    private static List<Datum> inRange(FeedPlace place, @Nullable Instant start, Instant end) {
        Instant first = start == null ? Instant.MIN : Times.wholeSeconds(start);
        Instant last = Times.wholeSeconds(end);
        List<Datum> found = new ArrayList<>();
        for (Datum datum : place.feed().data().byId().descendingMap().values()) {
            Instant created = Times.wholeSeconds(datum.createdAt());
            if (!created.isBefore(first) && !created.isAfter(last)) {
                found.add(datum);
            }
        }
        return found;
    }

    private static List<Datum> olderThan(String id, List<Datum> newestFirst) {
        return newestFirst.stream()
                .filter(datum -> datum.id().compareTo(id) < 0)
                .toList();
    }

    private static @Nullable String next(FeedPlace place, List<Datum> page) {
        return page.isEmpty()
                ? null
                : Cursor.write(page.get(page.size() - 1).id(), place.feed().id());
    }

    /** In the platform's form the address of the next page stands after its relation, where RFC 8288 wants it in front. */
    private String link(Call call, Map<String, String> pinned, @Nullable String before, @Nullable String next) {
        String self = address(call, pinned, before);
        if (next == null) {
            return "<" + self + ">";
        }
        String following = address(call, pinned, next);
        return standardLink
                ? "<" + self + ">; rel=\"self\", <" + following + ">; rel=\"next\""
                : "<" + self + ">;rel=\"next\", <" + following + ">";
    }

    private static String address(Call call, Map<String, String> pinned, @Nullable String before) {
        Map<String, String> query = new TreeMap<>(pinned);
        if (before != null) {
            query.put(BEFORE, before);
        }
        String host = call.request().header("Host").orElse("localhost");
        return "http://" + host + call.request().path() + "?"
                + query.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
