package org.iotconnector.simulator.onenet.legacy;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Bytes that a device uploaded, such as an image. Immutable; equal by content. */
public final class BinaryData {
    private final String description;
    private final byte[] content;

    /** Copies {@code content}; {@code description} may be empty. */
    public BinaryData(String description, byte[] content) {
        this.description = Objects.requireNonNull(description, "description");
        this.content = content.clone();
    }

    /** What the device said about it; may be empty. */
    public String description() {
        return description;
    }

    /** A copy of the bytes. */
    public byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BinaryData that
                && description.equals(that.description)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return "BinaryData[" + content.length + " bytes" + (description.isEmpty() ? "" : ", " + description) + "]";
    }
}
