package org.iotconnector.simulator.onenet;

import java.net.URI;
import java.util.List;
import org.iotconnector.simulator.SimulatedPlatform;

/** The simulated OneNET platform. Implemented by the simulator only, so it may grow. Thread-safe. */
public interface OneNetSimulator extends SimulatedPlatform {

    /**
     * Address of the HTTP side: application API, OTA, files.
     *
     * @throws IllegalStateException if there is no such listener
     */
    URI httpUri();

    /**
     * Address of the HTTP side over TLS.
     *
     * @throws IllegalStateException if there is no such listener
     */
    URI httpsUri();

    /** Attempts to deliver data to servers and to verify them, oldest first, the last 1000. */
    List<PushAttempt> pushes();

    /**
     * The handle of one device.
     *
     * @param id product id and device name, for example {@code Demo0Prod1/lamp-1}
     * @throws IllegalArgumentException if there is no such device; the message names those there are
     */
    OneNetDevice device(String id);

    /** All devices: those of the settings in their order, then those created by the API. */
    List<OneNetDevice> devices();

    /** Logins that were turned away, oldest first, the last 1000. */
    List<LoginRefusal> refusals();
}
