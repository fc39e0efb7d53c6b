package org.iotconnector.simulator.internal.adafruit;

import java.util.List;
import java.util.Optional;

/**
 * A topic name of a feed or a group. Adafruit IO API docs, "MQTT topics", read 2026-11.
 *
 * @param user whose it is
 * @param group whether it is a group's
 * @param key key or name
 * @param format form of the payload
 * @param get whether it asks for the last value, {@code …/get}
 */
record DataTopic(String user, boolean group, String key, Format format, boolean get) {
    /** Words for feeds, long and short. */
    static final List<String> FEED_TYPES = List.of("feeds", "f");

    /** Words for groups, long and short. */
    static final List<String> GROUP_TYPES = List.of("groups", "g");

    private static final String GET = "/get";

    /** Reads a topic name; empty if it is none of a feed or group. */
    static Optional<DataTopic> of(String topic) {
        String[] levels = topic.split("/", -1);
        boolean get = levels.length > 3 && topic.endsWith(GET);
        int length = levels.length - (get ? 1 : 0);
        if (length < 3 || length > 4 || levels[0].isEmpty() || levels[2].isEmpty()) {
            return Optional.empty();
        }
        boolean group = GROUP_TYPES.contains(levels[1]);
        if (!group && !FEED_TYPES.contains(levels[1])) {
            return Optional.empty();
        }
        Optional<Format> format = length == 3 ? Optional.of(Format.PLAIN) : Format.ofLevel(levels[3]);
        return format.map(form -> new DataTopic(levels[0], group, levels[2], form, get));
    }

    /** The topic that {@code …/get} asks about. */
    static String withoutGet(String topic) {
        return topic.substring(0, topic.length() - GET.length());
    }
}
