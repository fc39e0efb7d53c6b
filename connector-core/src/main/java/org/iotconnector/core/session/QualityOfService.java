package org.iotconnector.core.session;

/** How hard both sides try to hand a message over: MQTT 3.1.1 section 4.3. */
public enum QualityOfService {
    /** QoS 0: sent once, never answered; lost when the connection is. */
    AT_MOST_ONCE(0),
    /** QoS 1: sent until acknowledged; may arrive more than once. */
    AT_LEAST_ONCE(1),
    /** QoS 2: arrives exactly once as long as both sides keep the session. */
    EXACTLY_ONCE(2);

    private final int level;

    QualityOfService(int level) {
        this.level = level;
    }

    /** The level as the standard numbers it: 0, 1 or 2. */
    public int level() {
        return level;
    }

    /**
     * The constant for a level.
     *
     * @throws IllegalArgumentException when {@code level} is not 0, 1 or 2
     */
    public static QualityOfService ofLevel(int level) {
        for (QualityOfService qos : values()) {
            if (qos.level == level) {
                return qos;
            }
        }
        throw new IllegalArgumentException("QoS " + level + " does not exist; use 0, 1 or 2.");
    }
}
