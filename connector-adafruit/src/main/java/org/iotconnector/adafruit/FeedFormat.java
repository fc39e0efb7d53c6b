package org.iotconnector.adafruit;

/** How a feed's or a group's values are written; each has a topic of its own. Adafruit IO API docs, "MQTT topics", read 2026-11. */
public enum FeedFormat {
    /** The value alone; of a group, and for values with a place or a time, JSON. */
    PLAIN(""),
    /** A JSON object. */
    JSON("/json"),
    /** Value, latitude, longitude and elevation, separated by commas; of a group, a line for each feed. */
    CSV("/csv");

    private final String suffix;

    FeedFormat(String suffix) {
        this.suffix = suffix;
    }

    /** What the topic ends with, such as {@code /json}; empty for plain. */
    public String suffix() {
        return suffix;
    }
}
