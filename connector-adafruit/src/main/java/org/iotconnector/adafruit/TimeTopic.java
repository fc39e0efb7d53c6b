package org.iotconnector.adafruit;

/** How the platform tells the time. Adafruit IO API docs, "Time topics", read 2026-11. */
public enum TimeTopic {
    /** Whole seconds, about once a second. */
    SECONDS("seconds"),
    /** Milliseconds, about once a second. */
    MILLIS("millis"),
    /** ISO 8601 in UTC with milliseconds, about once a second. */
    ISO_8601("ISO-8601");

    private final String unit;

    TimeTopic(String unit) {
        this.unit = unit;
    }

    /** The whole topic, such as {@code time/seconds}. */
    public String topic() {
        return "time/" + unit;
    }
}
