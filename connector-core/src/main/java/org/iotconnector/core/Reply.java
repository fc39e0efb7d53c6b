package org.iotconnector.core;

import org.iotconnector.core.thing.Values;

/**
 * A platform's own answer to a message.
 *
 * @param fromPlatform whether the platform answered at all; false on platforms that have no answers
 * @param code the platform's code, as received; 0 without an answer
 * @param text the platform's text, as received; may be empty
 * @param data what the answer carries; may be empty
 */
public record Reply(boolean fromPlatform, int code, String text, Values data) {
    private static final Reply NONE = new Reply(false, 0, "", Values.empty());

    /** The reply of a platform that gives none. */
    public static Reply none() {
        return NONE;
    }
}
