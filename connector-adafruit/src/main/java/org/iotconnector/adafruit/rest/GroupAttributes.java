package org.iotconnector.adafruit.rest;

import org.iotconnector.core.thing.Values;

/**
 * What a group is made of or shall become; what is not set is left as it is. Each method gives a changed copy.
 *
 * @param values the members to be sent
 */
public record GroupAttributes(Values values) {
    /** Nothing yet. */
    public static GroupAttributes none() {
        return new GroupAttributes(Values.empty());
    }

    /** A name to begin with; the platform makes the key of it. */
    public static GroupAttributes named(String name) {
        return none().name(name);
    }

    public GroupAttributes name(String name) {
        return with("name", name);
    }

    /** Sets the key, which changes the keys of all feeds in the group. */
    public GroupAttributes key(String key) {
        return with("key", key);
    }

    public GroupAttributes description(String text) {
        return with("description", text);
    }

    public GroupAttributes visibility(Visibility visibility) {
        return with("visibility", visibility.text());
    }

    private GroupAttributes with(String name, Object value) {
        return new GroupAttributes(values.plus(Values.of(name, value)));
    }
}
