package org.iotconnector.core;

import org.iotconnector.core.thing.Downlink;

/**
 * Hears what the platform says about limits reached and messages it did not accept. Called on a handler thread, one call
 * at a time for each device; it may block, and an exception is logged.
 */
@FunctionalInterface
public interface NoticeHandler {
    /** The platform said so; core keeps to a pause by itself. */
    void onNotice(Downlink.Notice notice) throws Exception;
}
