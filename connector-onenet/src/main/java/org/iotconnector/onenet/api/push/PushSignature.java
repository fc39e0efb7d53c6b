package org.iotconnector.onenet.api.push;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.settings.Secret;

/** How the platform signs what it pushes: base64 of MD5 over token, nonce and message. */
final class PushSignature {
    private PushSignature() {}

    static String of(Secret token, String nonce, String message) {
        byte[] content = (token.reveal() + nonce + message).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(digest("MD5", content));
    }

    /**
     * Checks that {@code signature} is of this token.
     *
     * @param location where the signature stands
     * @throws MappingException if it is not
     */
    static void check(Secret token, String nonce, String message, String signature, String location) {
        // Base64 holds no space: one that is there was a plus sign before a server decoded it as in a form.
        String restored = signature.replace(' ', '+');
        boolean same = MessageDigest.isEqual(
                of(token, nonce, message).getBytes(StandardCharsets.UTF_8), restored.getBytes(StandardCharsets.UTF_8));
        if (!same) {
            throw new MappingException(
                    location,
                    "was not made with this token; refuse the request, and compare the token with the console's.");
        }
    }

    static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java runtime cannot compute " + algorithm + ".", missing);
        }
    }
}
