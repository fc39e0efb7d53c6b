package org.iotconnector.core.settings;

/**
 * What is wrong with one setting.
 *
 * @param key the setting's key, as in a settings file; empty when no single key is at fault
 * @param message what is wrong, with the value unless it is a secret, and how to mend it
 */
public record SettingProblem(String key, String message) {
    /** {@code key: message}, or the message alone. */
    @Override
    public String toString() {
        return key.isEmpty() ? message : key + ": " + message;
    }
}
