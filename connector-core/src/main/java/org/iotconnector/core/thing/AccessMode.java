package org.iotconnector.core.thing;

/** What a platform may do with a property. */
public enum AccessMode {
    /** The device reports it. */
    READ,
    /** The device reports it and the platform may set it. */
    READ_WRITE,
    /** The platform may set it; the device never reports it. */
    WRITE;

    /** Whether the device may report it. */
    public boolean readable() {
        return this != WRITE;
    }

    /** Whether the platform may set it. */
    public boolean writable() {
        return this != READ;
    }
}
