package org.iotconnector.simulator.siot;

import java.util.Locale;
import org.iotconnector.simulator.SimulatorConfigurationException;

/** The two generations of SIoT, which behave differently. */
public enum SiotGeneration {
    /** Topics are {@code project/device}; everything is stored but what begins with {@code ->}. */
    V1,
    /** Topics are {@code siot/device}; what came with QoS 1 or 2 is stored. */
    V2;

    /**
     * The generation of this name, in any case.
     *
     * @throws SimulatorConfigurationException if it is neither {@code v1} nor {@code v2}
     */
    public static SiotGeneration named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "v1" -> V1;
            case "v2" -> V2;
            default ->
                throw new SimulatorConfigurationException("SIoT version [" + name + "] is unknown; give v1 or v2.");
        };
    }
}
