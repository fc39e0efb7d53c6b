package org.iotconnector.simulator.internal.adafruit.http;

import org.iotconnector.simulator.internal.http.Response;
import org.jspecify.annotations.Nullable;

/** {@code …/activities}. Adafruit IO API docs, "Activities", read 2026-11. */
final class ActivityApi {
    private static final int MAX_LIMIT = 1000;

    private final Targets targets;
    private final Estates estates;

    ActivityApi(Targets targets, Estates estates) {
        this.targets = targets;
        this.estates = estates;
    }

    void addTo(Routes routes) {
        routes.get("{U}/activities", call -> list(call, null));
        routes.get("{U}/activities/{type}", call -> list(call, call.variable("{type}")));
        routes.delete("{U}/activities", this::clear);
    }

    private Response list(Call call, @Nullable String type) {
        Activities activities = estates.of(targets.own(call)).activities();
        Fields query = call.query();
        Integer asked = query.whole("limit");
        int limit = asked == null ? MAX_LIMIT : Math.max(0, Math.min(MAX_LIMIT, asked));
        return Response.json(200, activities.list(type, query.time("start_time"), query.time("end_time"), limit));
    }

    private Response clear(Call call) {
        estates.of(targets.own(call)).activities().clear();
        return Response.json(200, "OK");
    }
}
