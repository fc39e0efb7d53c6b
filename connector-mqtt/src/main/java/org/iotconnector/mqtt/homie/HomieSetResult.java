package org.iotconnector.mqtt.homie;

/**
 * How a device took a command.
 *
 * @param confirmation by what it is known that it was taken
 * @param text the target, which is the command itself, or the value that the property took
 */
public record HomieSetResult(Confirmation confirmation, String text) {
    /** What confirms a command. */
    public enum Confirmation {
        /** Version 5: the device repeated the command on {@code $target}. Its end value comes later. */
        TARGET,
        /** The device published a value after the command; nothing says that it did so because of it. */
        VALUE
    }
}
