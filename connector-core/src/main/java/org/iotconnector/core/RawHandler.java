package org.iotconnector.core;

import org.iotconnector.core.thing.Bytes;

/** Takes raw bytes from the platform. Called on a handler thread, one call at a time for each device; it may block. */
@FunctionalInterface
public interface RawHandler {
    /**
     * Handles {@code payload}.
     *
     * @return the raw answer; empty bytes for none
     */
    Bytes onRaw(Bytes payload) throws Exception;
}
