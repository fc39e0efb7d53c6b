package org.iotconnector.simulator.mqtt;

import java.util.Locale;
import org.iotconnector.simulator.SimulatorConfigurationException;

/** What an entry of the access list allows. */
public enum MqttAccess {
    /** To receive what comes on matching topics. */
    READ,
    /** To publish to matching topics. */
    WRITE,
    /** Both. */
    READWRITE;

    /** Whether receiving is part of it. */
    public boolean allowsRead() {
        return this != WRITE;
    }

    /** Whether publishing is part of it. */
    public boolean allowsWrite() {
        return this != READ;
    }

    /**
     * The access of this name, in any case.
     *
     * @throws SimulatorConfigurationException if it is none of {@code read}, {@code write} and {@code readwrite}
     */
    public static MqttAccess named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "read" -> READ;
            case "write" -> WRITE;
            case "readwrite" -> READWRITE;
            default ->
                throw new SimulatorConfigurationException(
                        "Access [" + name + "] is unknown; give read, write or readwrite.");
        };
    }
}
