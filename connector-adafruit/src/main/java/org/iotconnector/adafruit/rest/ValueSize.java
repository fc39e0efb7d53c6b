package org.iotconnector.adafruit.rest;

/** How large a value may be. Adafruit IO API docs, "Feeds: history", read 2026-11. */
enum ValueSize {
    /** The feed keeps its values. */
    WITH_HISTORY(1024),
    /** The feed keeps its newest value only. */
    WITHOUT_HISTORY(102_400);

    private final int bytes;

    ValueSize(int bytes) {
        this.bytes = bytes;
    }

    /**
     * Checks a value's size.
     *
     * @param what whose value it is, for the message
     * @throws IllegalArgumentException if it is larger
     */
    void check(String what, int size) {
        if (size > bytes) {
            throw new IllegalArgumentException(
                    "The value " + what + " has " + size + " bytes of UTF-8; the platform takes " + bytes
                            + (this == WITH_HISTORY ? ", and 102400 for feeds without history." : "."));
        }
    }
}
