package org.iotconnector.mqtt.homie;

import java.util.Optional;

/** The generations of the convention that matter today. */
public enum HomieVersion {
    /** 3.0.1 of 2019. */
    V3("3.0.1"),
    /** 4.0.0 of 2019. */
    V4("4.0.0"),
    /** 5.0; read as the draft of 2024-10. */
    V5("5.0");

    private final String text;

    HomieVersion(String text) {
        this.text = text;
    }

    /**
     * Reads {@code 3}, {@code 3.0.1}, {@code 4}, {@code 4.0.0}, {@code 5} or {@code 5.0}.
     *
     * @throws IllegalArgumentException naming these
     */
    public static HomieVersion of(String text) {
        return find(text.strip())
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no Homie version \"" + text + "\" here; use 3.0.1, 4.0.0 or 5"));
    }

    /** The generation that a device which says {@code text} belongs to; empty for one that is not known. */
    public static Optional<HomieVersion> find(String text) {
        String major = text.split("\\.", -1)[0];
        return switch (major) {
            case "3" -> Optional.of(V3);
            case "4" -> Optional.of(V4);
            case "5" -> Optional.of(V5);
            default -> Optional.empty();
        };
    }

    /** What a device says of itself, such as {@code 4.0.0}. */
    @Override
    public String toString() {
        return text;
    }
}
