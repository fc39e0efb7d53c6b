package org.iotconnector.mqtt.homie;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The states of a device that the convention knows. */
public enum HomieState {
    INIT,
    READY,
    DISCONNECTED,
    SLEEPING,
    /** Gone without a word: the Will says so. */
    LOST,
    /** Something is wrong; versions 3 and 4 only. */
    ALERT;

    /** The state that {@code text} names; empty for one of a device's own, such as {@code ota}. */
    public static Optional<HomieState> of(String text) {
        return Arrays.stream(values())
                .filter(state -> state.text().equals(text))
                .findFirst();
    }

    /** As it stands in a payload. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
