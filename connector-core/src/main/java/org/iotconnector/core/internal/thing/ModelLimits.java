package org.iotconnector.core.internal.thing;

import org.iotconnector.core.thing.DataType;

/**
 * What a platform takes at most.
 *
 * @param name characters of a name
 * @param description characters of a description
 * @param text the greatest length of a text
 * @param array the greatest size of an array
 * @param features properties, events and services of a model, or of a module where there are modules
 */
record ModelLimits(
        String platform, IdentifierRule identifiers, int name, int description, int text, int array, int features) {

    /** The name, cut if it is too long; {@code other} if it is empty. */
    String name(String text, String other, String place, Notes notes) {
        return cut("name", text.isEmpty() ? other : text, name, place, notes);
    }

    String description(String text, String place, Notes notes) {
        return cut("description", text, description, place, notes);
    }

    private String cut(String what, String text, int limit, String place, Notes notes) {
        if (text.codePointCount(0, text.length()) <= limit) {
            return text;
        }
        notes.add(
                place,
                "The " + what + " is cut after the " + limit + " characters that " + platform + " takes.",
                "Shorten it.");
        return text.substring(0, text.offsetByCodePoints(0, limit));
    }

    /** The length or size of {@code type}, but at most {@code limit}. */
    int cap(DataType type, int limit, String place, Notes notes) {
        int length = type.length().orElse(limit);
        if (length <= limit) {
            return length;
        }
        notes.add(
                place,
                "The greatest length of the " + type.name() + " becomes " + limit + " instead of " + length + ": "
                        + platform + " takes no more.",
                "Send no longer values, or split them.");
        return limit;
    }
}
