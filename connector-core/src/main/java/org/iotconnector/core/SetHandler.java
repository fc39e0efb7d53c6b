package org.iotconnector.core;

import org.iotconnector.core.thing.Values;

/**
 * Carries out what the platform wants set. Called on a handler thread, one call at a time for each device. It may block;
 * an exception is logged and answered as failed.
 */
@FunctionalInterface
public interface SetHandler {
    /** Sets {@code values} and says how it went. Report the new values afterwards: a set does not change the cloud's. */
    SetResult onSet(Values values) throws Exception;
}
