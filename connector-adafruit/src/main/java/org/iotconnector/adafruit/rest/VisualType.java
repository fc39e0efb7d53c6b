package org.iotconnector.adafruit.rest;

import java.util.Locale;

/** A kind of block. Adafruit IO API docs, "Blocks", read 2026-11. */
public enum VisualType {
    TOGGLE_BUTTON,
    SLIDER,
    MOMENTARY_BUTTON,
    GAUGE,
    LINE_CHART,
    TEXT,
    COLOR_PICKER,
    MAP,
    STREAM,
    IMAGE,
    REMOTE_CONTROL,
    MULTILINE_TEXT,
    RICH_TEXT,
    ICON,
    INDICATOR,
    NUMBER_PAD,
    SELECTOR,
    DASHBOARD_LINK,
    BATTERY,
    DIVIDER,
    LINE_GAUGE;

    /** The platform's name of it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
