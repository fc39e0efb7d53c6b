package org.iotconnector.core;

import org.iotconnector.core.thing.Values;

/**
 * Carries out one service. Called on a handler thread, one call at a time for each device. It may block, but a platform
 * waits few seconds for synchronous services; an exception is logged and answered as failed.
 */
@FunctionalInterface
public interface ServiceHandler {
    /** Carries out the service with {@code input} and says how it went. */
    ServiceResult onCall(Values input) throws Exception;
}
