package org.iotconnector.simulator.internal.onenet.push;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.iotconnector.simulator.internal.onenet.Digest;

/** The signature by which a server knows that a push comes from the platform. */
final class PushSignature {
    private PushSignature() {}

    /** MD5 of token, nonce and message as sent, one after the other in UTF-8; Base64. */
    static String of(String token, String nonce, String message) {
        return Base64.getEncoder()
                .encodeToString(Digest.md5((token + nonce + message).getBytes(StandardCharsets.UTF_8)));
    }
}
