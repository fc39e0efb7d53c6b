package org.iotconnector.simulator.internal.onenet.push;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.onenet.PushTarget;
import org.jspecify.annotations.Nullable;

/** What is sent to one server: bodies and verification queries, signed and, if wanted, encrypted. */
final class PushBody {
    private static final String NONCE_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int NONCE_LENGTH = 8;
    private static final int RANDOM_BYTES = 16;

    private final PushTarget target;
    private final SecureRandom random = new SecureRandom();

    PushBody(PushTarget target) {
        this.target = target;
    }

    /** The body of a delivery. */
    byte[] of(Object message, String id, Instant now) {
        String text = Json.text(message);
        String nonce = nonce();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        if (target.form() == PushTarget.Form.STUDIO) {
            String sent =
                    target.aesKey().map(key -> PushCipher.studio(key, text)).orElse(text);
            body.put("msg", sent);
            body.put("nonce", nonce);
            body.put("signature", PushSignature.of(target.token(), nonce, sent));
            body.put("time", now.toEpochMilli());
            body.put("id", id);
            return Json.write(body);
        }
        String encrypted = target.aesKey()
                .map(key -> PushCipher.legacy(key, randomBytes(), text))
                .orElse(null);
        if (encrypted == null) {
            body.put("msg", message);
        } else {
            body.put("enc_msg", encrypted);
        }
        body.put("msg_signature", PushSignature.of(target.token(), nonce, encrypted == null ? text : encrypted));
        body.put("nonce", nonce);
        return Json.write(body);
    }

    /** Random characters, new for every use. */
    String nonce() {
        return random.ints(NONCE_LENGTH, 0, NONCE_CHARACTERS.length())
                .collect(
                        StringBuilder::new,
                        (text, index) -> text.append(NONCE_CHARACTERS.charAt(index)),
                        StringBuilder::append)
                .toString();
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
