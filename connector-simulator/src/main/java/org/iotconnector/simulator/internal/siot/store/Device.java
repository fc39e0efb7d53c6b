package org.iotconnector.simulator.internal.siot.store;

/** The levels of a topic after its project. */
public final class Device {
    private final long id;
    private final String topic;
    private final String name;
    private String description = "";

    Device(long id, String topic, String name) {
        this.id = id;
        this.topic = topic;
        this.name = name;
    }

    /** Its number among all devices, from 1. */
    public long id() {
        return id;
    }

    /** Its whole topic. */
    public String topic() {
        return topic;
    }

    /** Its part of the topic. */
    public String name() {
        return name;
    }

    /** Words about it, empty at first. */
    public String description() {
        return description;
    }

    /** Replaces the words about it. */
    public void describe(String words) {
        description = words;
    }
}
