package org.iotconnector.core.thing;

/**
 * One way in which values do not fit a model or a type.
 *
 * @param path the property's name, and further into it the members and indices after slashes: {@code Track/3/speed};
 *     empty for a value that has no name
 * @param message what is wrong, as the rest of a sentence about the path: "is the integer 150"
 * @param allowed what would fit; empty where there is nothing to say
 */
public record Violation(String path, String message, String allowed) {

    /** Message and what is allowed, without the path, as one sentence. */
    public String sentence() {
        return allowed.isEmpty() ? message + "." : message + "; allowed: " + allowed + ".";
    }

    @Override
    public String toString() {
        return path.isEmpty() ? sentence() : path + ": " + sentence();
    }
}
