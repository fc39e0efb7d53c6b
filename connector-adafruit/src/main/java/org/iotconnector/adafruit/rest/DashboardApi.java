package org.iotconnector.adafruit.rest;

import java.util.List;
import java.util.Map;
import org.iotconnector.adafruit.internal.rest.Keys;
import org.iotconnector.adafruit.internal.rest.RestClient;
import org.iotconnector.adafruit.internal.rest.RestPath;
import org.iotconnector.adafruit.internal.rest.RestRequest;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.http.HttpMethod;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/**
 * Dashboards: {@code /dashboards}. To make one: create it, create its {@linkplain AdafruitRest#blocks blocks}, then arrange
 * them with {@link #updateLayouts}; without that all lie upon each other. Thread-safe. Adafruit IO API docs, "Dashboards",
 * read 2026-11.
 */
public final class DashboardApi {
    private static final String KIND = "dashboard";

    private final Records<Dashboard> dashboards;

    DashboardApi(RestClient client) {
        this.dashboards = new Records<>(client, client.path("dashboards"), Dashboard::new);
    }

    public ApiCall<List<Dashboard>> list() {
        return dashboards.list();
    }

    public ApiCall<Dashboard> create(DashboardAttributes attributes) {
        return dashboards.create(Values.of(KIND, attributes.values()));
    }

    /** One dashboard with its {@link Dashboard#layouts()}. */
    public ApiCall<Dashboard> get(String dashboardKey) {
        return dashboards.get(Keys.part(dashboardKey));
    }

    /** Changes the attributes given and leaves the others. */
    public ApiCall<Dashboard> update(String dashboardKey, DashboardAttributes attributes) {
        boolean renames = attributes.values().has("key") || attributes.values().has("name");
        return dashboards.update(
                HttpMethod.PATCH, Keys.part(dashboardKey), Values.of(KIND, attributes.values()), renames);
    }

    public ApiCall<RestAnswer> delete(String dashboardKey) {
        return dashboards.delete(Keys.part(dashboardKey));
    }

    /** Arranges the blocks, for each size of screen that is given. */
    public ApiCall<Dashboard> updateLayouts(String dashboardKey, Map<LayoutSize, List<BlockPlace>> layouts) {
        Values.Builder bySize = Values.builder();
        layouts.forEach((size, places) -> bySize.put(
                size.text(),
                places.stream().map(place -> Value.of(place.values())).toList()));
        String path = dashboards.at(Keys.part(dashboardKey)) + RestPath.of("update_layouts");
        return dashboards.one(RestRequest.of(HttpMethod.POST, path)
                .json(Values.of("layouts", bySize.build()))
                .repeatable(true)
                .build());
    }
}
