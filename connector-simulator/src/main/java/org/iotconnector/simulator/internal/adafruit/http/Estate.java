package org.iotconnector.simulator.internal.adafruit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an account has that only HTTP knows: dashboards, tokens, permissions, actions, places, and the list of what was done. */
final class Estate {
    private final List<Dashboard> dashboards = new ArrayList<>();
    private final Activities activities;
    private final Shelf tokens;
    private final Shelf permissions;
    private final Shelf actions;
    private final Shelf weather;
    private final Shelf airQuality;

    Estate(Activities activities, Stationery stationery) {
        this.activities = activities;
        this.tokens = new Shelf(stationery);
        this.permissions = new Shelf(stationery);
        this.actions = new Shelf(stationery);
        this.weather = new Shelf(stationery);
        this.airQuality = new Shelf(stationery);
    }

    /** Its dashboards, oldest first; changes of this list are changes of the estate. */
    List<Dashboard> dashboards() {
        return dashboards;
    }

    /** The dashboard of this key or id. */
    Optional<Dashboard> dashboard(String keyOrId) {
        return dashboards.stream()
                .filter(dashboard -> dashboard.key().equals(keyOrId)
                        || String.valueOf(dashboard.entry().id()).equals(keyOrId))
                .findFirst();
    }

    Activities activities() {
        return activities;
    }

    Shelf tokens() {
        return tokens;
    }

    Shelf permissions() {
        return permissions;
    }

    Shelf actions() {
        return actions;
    }

    Shelf weather() {
        return weather;
    }

    Shelf airQuality() {
        return airQuality;
    }
}
