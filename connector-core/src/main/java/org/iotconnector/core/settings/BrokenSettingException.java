package org.iotconnector.core.settings;

/** Ends a check that reads a setting whose own problem is reported already. */
final class BrokenSettingException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    BrokenSettingException(String key) {
        super("Setting [" + key + "] has no valid value.");
    }
}
