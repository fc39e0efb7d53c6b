package org.iotconnector.simulator.onenet.legacy;

import java.net.URI;
import java.util.List;
import org.iotconnector.simulator.SimulatedPlatform;

/** The simulated first generation of OneNET. Implemented by the simulator only, so it may grow. Thread-safe. */
public interface OneNetLegacySimulator extends SimulatedPlatform {

    /**
     * Address of registration.
     *
     * @throws IllegalStateException if there is no such listener
     */
    URI httpUri();

    /**
     * The handle of one device.
     *
     * @param id product and device number, for example {@code 86540/5616839}
     * @throws IllegalArgumentException if there is no such device; the message names those there are
     */
    OneNetLegacyDevice device(String id);

    /** All devices: those of the settings, then those that registered. */
    List<OneNetLegacyDevice> devices();
}
