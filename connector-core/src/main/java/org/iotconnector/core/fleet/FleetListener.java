package org.iotconnector.core.fleet;

import org.iotconnector.core.Device;
import org.iotconnector.core.session.SessionState;

/**
 * Is told the state of every device of a fleet, on handler threads: for one device in order and one at a time, for several
 * at the same time. An exception is logged and the next notice is given.
 */
@FunctionalInterface
public interface FleetListener {
    /** The state of this device's session is {@code state} now. */
    void onState(Device device, SessionState state) throws Exception;
}
