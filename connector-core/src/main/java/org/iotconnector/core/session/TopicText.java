package org.iotconnector.core.session;

import java.nio.charset.StandardCharsets;

/** The rules that topic names and topic filters share: MQTT 3.1.1 sections 1.5.3 and 4.7.3. */
final class TopicText {
    private static final int MAX_BYTES = 65_535;

    private TopicText() {}

    static void check(String what, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(what + " must hold at least one character.");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new IllegalArgumentException(what + " must not hold U+0000 (index " + i + ").");
            }
            if (Character.isSurrogate(c) && !isPairAt(text, i)) {
                throw new IllegalArgumentException(
                        what + " holds half a surrogate pair (index " + i + "), which UTF-8 cannot carry.");
            }
            if (Character.isHighSurrogate(c)) {
                i++;
            }
        }
        // Three bytes a char is the most UTF-8 needs; only longer texts are worth encoding to count.
        if (text.length() > MAX_BYTES / 3) {
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MAX_BYTES) {
                throw new IllegalArgumentException(
                        what + " takes " + bytes + " bytes of UTF-8; MQTT allows " + MAX_BYTES + ".");
            }
        }
    }

    private static boolean isPairAt(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }
}
