package org.iotconnector.core;

import java.util.List;
import org.iotconnector.core.thing.Values;

/**
 * Reads what the platform asks for. Called on a handler thread, one call at a time for each device. It may block; an
 * exception is logged and answered as failed.
 */
@FunctionalInterface
public interface GetHandler {
    /**
     * Reads properties now.
     *
     * @param properties the identifiers asked for; empty for all
     * @return their values; what is missing is answered as last reported
     */
    Values onGet(List<String> properties) throws Exception;
}
