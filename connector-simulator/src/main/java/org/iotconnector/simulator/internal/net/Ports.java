package org.iotconnector.simulator.internal.net;

import org.iotconnector.simulator.SimulatorConfigurationException;

/** Port numbers in settings. */
public final class Ports {
    private static final int HIGHEST = 65_535;

    private Ports() {}

    /** The port itself, once it is known to be one; 0 is. */
    public static int checked(int port, String scheme) {
        if (port < 0 || port > HIGHEST) {
            throw new SimulatorConfigurationException(
                    "Port [" + port + "] for " + scheme + " is not within 0 to 65535; 0 takes a free one.");
        }
        return port;
    }
}
