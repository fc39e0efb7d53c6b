package org.iotconnector.simulator.onenet;

import java.time.Instant;
import java.util.Objects;

/** A file that a device uploaded or may download. Immutable. */
public final class DeviceFile {
    private final String uuid;
    private final String name;
    private final String md5;
    private final Instant storedAt;
    private final byte[] content;

    /**
     * A stored file.
     *
     * @param md5 lower-case hexadecimal
     */
    public DeviceFile(String uuid, String name, String md5, Instant storedAt, byte[] content) {
        this.uuid = Objects.requireNonNull(uuid, "uuid");
        this.name = Objects.requireNonNull(name, "name");
        this.md5 = Objects.requireNonNull(md5, "md5");
        this.storedAt = Objects.requireNonNull(storedAt, "storedAt");
        this.content = content.clone();
    }

    /** By which it is downloaded. */
    public String uuid() {
        return uuid;
    }

    /** Its name with extension. */
    public String name() {
        return name;
    }

    /** Digest of the content, lower-case hexadecimal. */
    public String md5() {
        return md5;
    }

    /** When it was stored. */
    public Instant storedAt() {
        return storedAt;
    }

    /** A copy of the content. */
    public byte[] content() {
        return content.clone();
    }

    /** Number of bytes. */
    public int size() {
        return content.length;
    }

    @Override
    public String toString() {
        return "DeviceFile[" + uuid + " " + name + " " + content.length + " bytes]";
    }
}
