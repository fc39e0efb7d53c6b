package org.iotconnector.core.internal.thing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.iotconnector.core.MappingException;

/** Strict UTF-8: JSON parsers let overlong forms and lone surrogates pass. */
final class Utf8 {
    private Utf8() {}

    /** Throws {@link MappingException}, with the offset, if {@code bytes} are not UTF-8 from first to last. */
    static void check(byte[] bytes) {
        int ascii = 0;
        while (ascii < bytes.length && bytes[ascii] >= 0) {
            ascii++;
        }
        if (ascii < bytes.length) {
            decode(bytes, ascii);
        }
    }

    private static void decode(byte[] bytes, int from) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(Math.min(bytes.length - from, 4096) + 1);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        if (result.isError()) {
            throw new MappingException(
                    "",
                    String.format(
                            "The text is not UTF-8: byte %d (0x%02x) cannot stand there.",
                            in.position(), bytes[in.position()]));
        }
    }
}
