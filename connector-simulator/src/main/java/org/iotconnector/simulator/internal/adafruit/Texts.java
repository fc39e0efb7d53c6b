package org.iotconnector.simulator.internal.adafruit;

/** What the platform says about things it refuses. Adafruit IO API docs, "MQTT errors", read 2026-11. */
final class Texts {
    static final String NO_TOPIC = "rejected, not a valid resource topic";
    static final String NOT_SHARED = "rejected, only shared feeds may be published to";
    static final String NOT_AUTHORIZED = "rejected, resource not available or not authorized";
    static final String BANNED = "rejected, user is temporarily blocked";
    static final String TOO_MANY = "made too many requests, wait before reconnecting";

    private Texts() {}
}
