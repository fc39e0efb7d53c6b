package org.iotconnector.adafruit;

/** What the account pays for, which sets how many values it may send. Adafruit IO API docs, "Rate limiting", read 2026-11. */
public enum AdafruitPlan {
    /** 30 values a minute. */
    FREE(30),
    /** Adafruit IO+: 60 values a minute; boosts that were bought raise it, see {@code publishRate}. */
    PLUS(60);

    private final int valuesPerMinute;

    AdafruitPlan(int valuesPerMinute) {
        this.valuesPerMinute = valuesPerMinute;
    }

    /** How many values all devices and programs of the account may send in a minute together. */
    public int valuesPerMinute() {
        return valuesPerMinute;
    }
}
