package org.iotconnector.adafruit.rest;

import org.iotconnector.core.thing.Values;

/**
 * What a dashboard is made of or shall become; what is not set is left as it is. Each method gives a changed copy.
 *
 * @param values the members to be sent
 */
public record DashboardAttributes(Values values) {
    /** Nothing yet. */
    public static DashboardAttributes none() {
        return new DashboardAttributes(Values.empty());
    }

    /** A name of at most 128 characters to begin with; the platform makes the key of it. */
    public static DashboardAttributes named(String name) {
        return none().name(name);
    }

    public DashboardAttributes name(String name) {
        return with("name", name);
    }

    public DashboardAttributes key(String key) {
        return with("key", key);
    }

    public DashboardAttributes description(String text) {
        return with("description", text);
    }

    /** Sets who sees it; the platform's default is private. */
    public DashboardAttributes visibility(Visibility visibility) {
        return with("visibility", visibility.text());
    }

    /** Sets whether a title is shown; the platform's default is not. */
    public DashboardAttributes showHeader(boolean shown) {
        return with("show_header", shown);
    }

    /** Sets {@code dark}, the platform's default, or {@code light}. */
    public DashboardAttributes colorMode(String mode) {
        return with("color_mode", mode);
    }

    /** Sets whether blocks have a frame; the platform's default is that they have. */
    public DashboardAttributes blockBorders(boolean shown) {
        return with("block_borders", shown);
    }

    /** Sets whether blocks may lie on one another; the platform's default is not. */
    public DashboardAttributes allowOverlap(boolean allowed) {
        return with("allow_overlap", allowed);
    }

    private DashboardAttributes with(String name, Object value) {
        return new DashboardAttributes(values.plus(Values.of(name, value)));
    }
}
