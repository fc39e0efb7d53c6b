package org.iotconnector.simulator.internal.adafruit;

import java.util.Optional;

/** The three forms a feed or group has on topics. Adafruit IO API docs, "MQTT topics", read 2026-11. */
enum Format {
    PLAIN(""),
    JSON("/json"),
    CSV("/csv");

    private final String suffix;

    Format(String suffix) {
        this.suffix = suffix;
    }

    /** End of the topic. */
    String suffix() {
        return suffix;
    }

    /** The form of a last level, {@code json} or {@code csv}. */
    static Optional<Format> ofLevel(String level) {
        return switch (level) {
            case "json" -> Optional.of(JSON);
            case "csv" -> Optional.of(CSV);
            default -> Optional.empty();
        };
    }
}
