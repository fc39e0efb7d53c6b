package org.iotconnector.core.fleet;

/**
 * Why one device of many is not there; the others are.
 *
 * @param place which device: its file, the line of its table, or its name
 * @param message what is wrong and how to mend it, possibly several lines; never a secret
 */
public record FleetProblem(String place, String message) {
    /** {@code place: message}. */
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
