package org.iotconnector.samples.classics;

import java.time.Duration;

/** One exercise. Its constructor subscribes to what it wants to hear; what it does of its own accord are its steps. */
public interface Exercise {
    /** Does the next thing; by default there is none, for exercises that only listen. */
    default void step() throws Exception {}

    /** Ends the exercise in good order; by default there is nothing to do. */
    default void end() {}

    /** The time from one step to the next; default 1 s. */
    default Duration period() {
        return Duration.ofSeconds(1);
    }
}
