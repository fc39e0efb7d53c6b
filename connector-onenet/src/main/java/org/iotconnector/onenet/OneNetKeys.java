package org.iotconnector.onenet;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iotconnector.core.settings.Secret;

/** Tells whether a text can be a device's or a product's key, and what it is instead. Never quotes it. */
final class OneNetKeys {
    /** Hex digits are base64 digits too, so a key in hex would be decoded, to other bytes. */
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-f]{32}|[0-9a-f]{64}|[0-9A-F]{32}|[0-9A-F]{64})");

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s");
    private static final Pattern URL_SAFE = Pattern.compile("[A-Za-z0-9_-]+={0,2}");
    private static final int USER_KEY_LENGTH = 64;

    private OneNetKeys() {}

    /** What is wrong with {@code key}, to be read after its name; empty if nothing is. */
    static Optional<String> problem(Secret key) {
        String text = key.reveal().strip();
        if (text.contains("version=") && text.contains("sign=")) {
            return Optional.of("is a token, not a key; give it as token");
        }
        if (HEX.matcher(text).matches()) {
            return Optional.of(
                    "is " + text.length() + " hex digits, but keys are base64; copy the key from the console,"
                            + " where it mostly has 44 characters");
        }
        if (WHITE_SPACE.matcher(text).find()) {
            return Optional.of("has a space or a line break inside; put the key on one line");
        }
        if (text.indexOf('%') >= 0) {
            return Optional.of("is percent-encoded; copy the key from the console as it is");
        }
        if (URL_SAFE.matcher(text).matches() && (text.indexOf('-') >= 0 || text.indexOf('_') >= 0)) {
            return Optional.of("is base64 in its form for URLs; write + for each - and / for each _");
        }
        if (!isBase64(text)) {
            return Optional.of("is not base64; copy the key from the console as it is, with its = at the end");
        }
        if (text.length() == USER_KEY_LENGTH) {
            return Optional.of("has " + USER_KEY_LENGTH + " characters, which is a user's access key; it logs in no"
                    + " device. Take the key from the device's or the product's page, mostly 44 characters");
        }
        return Optional.empty();
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text).length > 0;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
