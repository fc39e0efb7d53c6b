package org.iotconnector.core.internal.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.iotconnector.core.thing.Bytes;

/** Bytes that are written one after another. */
final class GrowingBuffer {
    private ByteBuffer buffer;

    GrowingBuffer(int size) {
        buffer = ByteBuffer.allocate(size);
    }

    GrowingBuffer putByte(byte value) {
        room(1).put(value);
        return this;
    }

    GrowingBuffer putInt(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    GrowingBuffer putLong(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    /** The text in UTF-8 after its length. */
    GrowingBuffer putText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
        return this;
    }

    /** The bytes after their length. */
    GrowingBuffer putBytes(Bytes bytes) {
        room(Integer.BYTES + bytes.length()).putInt(bytes.length()).put(bytes.asBuffer());
        return this;
    }

    /** A tag, the length of what {@code content} writes, and that. */
    void section(byte tag, Consumer<GrowingBuffer> content) {
        putByte(tag).putInt(0);
        int start = buffer.position();
        content.accept(this);
        buffer.putInt(start - Integer.BYTES, buffer.position() - start);
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int size = Math.max(buffer.capacity() * 2, buffer.position() + bytes);
            buffer = ByteBuffer.allocate(size).put(buffer.flip());
        }
        return buffer;
    }

    ByteBuffer written() {
        return buffer.duplicate().flip();
    }

    byte[] toArray() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
