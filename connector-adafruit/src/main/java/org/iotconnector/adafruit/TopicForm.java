package org.iotconnector.adafruit;

/** How topics name feeds and groups; the platform takes both alike. Adafruit IO API docs, "MQTT topics", read 2026-11. */
public enum TopicForm {
    /** {@code f} and {@code g}. */
    SHORT("f", "g"),
    /** {@code feeds} and {@code groups}. */
    LONG("feeds", "groups");

    private final String feeds;
    private final String groups;

    TopicForm(String feeds, String groups) {
        this.feeds = feeds;
        this.groups = groups;
    }

    /** The topic level before a feed's key. */
    public String feeds() {
        return feeds;
    }

    /** The topic level before a group's key. */
    public String groups() {
        return groups;
    }
}
