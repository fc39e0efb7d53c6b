package org.iotconnector.core.thing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of bytes that cannot change: copied on the way in and on the way out, equal by content. Its
 * {@code toString} shows the length only, since raw payloads may be large or private.
 */
public final class Bytes {
    private static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** No bytes. */
    public static Bytes empty() {
        return EMPTY;
    }

    /** A copy of {@code bytes}. */
    public static Bytes copyOf(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
    }

    /** A copy of what remains in {@code buffer}, whose position stays where it is. */
    public static Bytes copyOf(ByteBuffer buffer) {
        byte[] copy = new byte[buffer.remaining()];
        buffer.duplicate().get(copy);
        return new Bytes(copy);
    }

    /** The UTF-8 form of {@code text}. */
    public static Bytes ofUtf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** How many bytes there are. */
    public int length() {
        return bytes.length;
    }

    /** The byte at {@code index}, from 0; as {@code byte}, thus from -128 to 127. */
    public byte at(int index) {
        return bytes[index];
    }

    /** A new array with the content. */
    public byte[] toArray() {
        return bytes.clone();
    }

    /** A read-only view, without a copy. */
    public ByteBuffer asBuffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** For example {@code Bytes[17]}: the length, never the content. */
    @Override
    public String toString() {
        return "Bytes[" + bytes.length + "]";
    }
}
