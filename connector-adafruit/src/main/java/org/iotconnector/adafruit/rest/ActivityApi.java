package org.iotconnector.adafruit.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.iotconnector.adafruit.internal.rest.PlatformTimes;
import org.iotconnector.adafruit.internal.rest.RestClient;
import org.iotconnector.adafruit.internal.rest.RestPath;
import org.iotconnector.adafruit.internal.rest.RestRequest;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.http.HttpMethod;

/**
 * The last 1000 things that were done to feeds, groups, dashboards and actions: {@code /activities}. Thread-safe. Adafruit
 * IO API docs, "Activities", read 2026-11.
 */
public final class ActivityApi {
    private final RestClient client;
    private final String path;

    ActivityApi(RestClient client) {
        this.client = client;
        this.path = client.path("activities");
    }

    public ApiCall<List<Activity>> list() {
        return list(path, Map.of());
    }

    /**
     * Those of a time.
     *
     * @param limit how many at most, 1 or more
     */
    public ApiCall<List<Activity>> list(Instant from, Instant to, int limit) {
        return list(
                path,
                Map.of(
                        "start_time", PlatformTimes.text(from),
                        "end_time", PlatformTimes.text(to),
                        "limit", Integer.toString(limit)));
    }

    /**
     * Those of one kind of record.
     *
     * @param type the platform's name of it, such as {@code feed}
     */
    public ApiCall<List<Activity>> list(String type) {
        return list(path + RestPath.of(type), Map.of());
    }

    private ApiCall<List<Activity>> list(String at, Map<String, String> parameters) {
        return new Records<>(client, at, Activity::new).list(parameters);
    }

    /** Forgets all of them. */
    public ApiCall<RestAnswer> deleteAll() {
        RestRequest request = RestRequest.of(HttpMethod.DELETE, path).build();
        return ApiCall.of(() -> client.send(request, RestAnswer::read));
    }
}
